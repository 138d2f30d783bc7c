import type { OperationTable } from '../model/operation.ts';
import { names } from './names.ts';
import { updatedRole } from './role-trust.ts';
import { ADJACENT, on, type More } from './touch.ts';

const role = on('ram.role', 'RoleName');
const policy = on('ram.policy', 'PolicyName');
const user = on('ram.user', 'UserName');
const group = on('ram.group', 'GroupName');
const conditional = { strength: 'conditional' } as const satisfies More;
const named = { value: ['PolicyName', 'PolicyType'] };
const version = { value: ['VersionId'] };

/** What each write of ActionTrail's service Ram does, and to which resource. Names stand where other products have ids. */
export const ram: OperationTable = {
  service: 'Ram',
  versions: ['2015-05-01'],
  actions: {
    AddUserToGroup: [user('permission-granted', ADJACENT), group('permission-granted', ADJACENT)],
    AttachPolicyToGroup: [group('permission-granted', { ...ADJACENT, ...named })],
    AttachPolicyToRole: [role('permission-granted', named)],
    AttachPolicyToUser: [user('permission-granted', { ...conditional, ...named })],
    CreatePolicyVersion: [
      policy('permission-changed', {
        ...conditional,
        value: ['PolicyDocument'],
        when: { equals: ['SetAsDefault', 'true'] },
      }),
    ],
    DeleteAccessKey: [user('permission-removed', { ...conditional, value: ['UserAccessKeyId'] })],
    DeleteGroup: [group('permission-removed', ADJACENT)],
    DeletePolicy: [policy('permission-removed')],
    DeletePolicyVersion: [policy('permission-changed', { ...ADJACENT, ...version })],
    DeleteRole: [role('permission-removed')],
    DeleteUser: [user('permission-removed', ADJACENT)],
    DetachPolicyFromGroup: [group('permission-removed', { ...ADJACENT, ...named })],
    DetachPolicyFromRole: [role('permission-removed', named)],
    DetachPolicyFromUser: [user('permission-removed', { ...conditional, ...named })],
    RemoveUserFromGroup: [user('permission-removed', ADJACENT), group('permission-removed', ADJACENT)],
    SetDefaultPolicyVersion: [policy('permission-changed', version)],
    UpdateAccessKey: [
      user('permission-removed', {
        ...conditional,
        value: ['UserAccessKeyId', 'Status'],
        when: { equals: ['Status', 'Inactive'] },
      }),
    ],
    UpdatePolicyDescription: [policy('permission-changed', { ...ADJACENT, value: ['NewDescription'] })],
    UpdateRole: updatedRole(role),
  },
  ignored: names(`
    BindMFADevice ChangePassword ClearAccountAlias CreateAccessKey CreateGroup CreateLoginProfile CreatePolicy
    CreateRole CreateUser CreateVirtualMFADevice DecodeDiagnosticMessage DeleteLoginProfile DeleteVirtualMFADevice
    SetAccountAlias SetPasswordPolicy SetSecurityPreference TagResources UnbindMFADevice UntagResources UpdateGroup
    UpdateLoginProfile UpdateUser
  `),
};
