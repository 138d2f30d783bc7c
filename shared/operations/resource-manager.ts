import type { OperationTable } from '../model/operation.ts';
import type { ResourceKind } from '../model/resource.ts';
import { names } from './names.ts';
import { updatedRole } from './role-trust.ts';
import { ADJACENT, on } from './touch.ts';

const role = on('ram.role', 'RoleName');
const policy = on('ram.policy', 'PolicyName');
const control = on('ram.control-policy', 'PolicyId');
const switchOfAll = on('ram.control-policy', '@account')('permission-changed', ADJACENT);

/** To whom a policy is attached, by the word that the call uses. */
const PRINCIPALS = [
  ['ServiceRole', 'ram.role'],
  ['IMSUser', 'ram.user'],
  ['IMSGroup', 'ram.group'],
] as const satisfies readonly (readonly [type: string, kind: ResourceKind])[];

/** Kinds that can be moved to another resource group and matter to a cluster. */
const MOVED: readonly ResourceKind[] = [
  'slb.load-balancer',
  'alb.load-balancer',
  'nlb.load-balancer',
  'ecs.network-interface',
  'ecs.instance',
  'ecs.security-group',
  'ecs.disk',
];

/** What each write of ActionTrail's service ResourceManager does. Control policies are recorded in the management account. */
export const resourceManager: OperationTable = {
  service: 'ResourceManager',
  versions: ['2020-03-31'],
  actions: {
    AttachControlPolicy: [control('permission-changed', { ...ADJACENT, value: ['TargetId'] })],
    AttachPolicy: PRINCIPALS.map(([type, kind]) =>
      on(kind, 'PrincipalName')('permission-granted', {
        value: ['PolicyName', 'PolicyType', 'ResourceGroupId'],
        when: { equals: ['PrincipalType', type] },
      }),
    ),
    CreatePolicyVersion: [policy('permission-changed', { value: ['PolicyDocument', 'SetAsDefault'] })],
    DeleteControlPolicy: [control('permission-changed', ADJACENT)],
    DeletePolicy: [policy('permission-removed')],
    DeletePolicyVersion: [policy('permission-changed', { value: ['VersionId'] })],
    DeleteRole: [role('permission-removed')],
    DeleteServiceLinkedRole: [role('permission-removed')],
    DetachControlPolicy: [control('permission-changed', { ...ADJACENT, value: ['TargetId'] })],
    DetachPolicy: PRINCIPALS.map(([type, kind]) =>
      on(kind, 'PrincipalName')('permission-removed', {
        value: ['PolicyName', 'PolicyType', 'ResourceGroupId'],
        when: { equals: ['PrincipalType', type] },
      }),
    ),
    DisableControlPolicy: [switchOfAll],
    EnableControlPolicy: [switchOfAll],
    MoveResources: MOVED.map((kind) =>
      on(kind, 'arn:Resources.ResourceId')('resource-group-changed', { ...ADJACENT, value: ['ResourceGroupId'] }),
    ),
    SetDefaultPolicyVersion: [policy('permission-changed', { value: ['VersionId'] })],
    UpdateControlPolicy: [control('permission-changed', ADJACENT)],
    UpdateRole: updatedRole(role),
  },
  ignored: names(`
    AcceptHandshake BindSecureMobilePhone CancelChangeAccountEmail CancelCreateCloudAccount CancelHandshake
    CancelPromoteResourceAccount ChangeAccountEmail CreateAutoGroupingRule CreateCloudAccount CreateControlPolicy
    CreateFolder CreatePolicy CreateResourceAccount CreateResourceGroup CreateRole CreateServiceLinkedRole
    DeclineHandshake DeleteAccount DeleteAutoGroupingRule DeleteFolder DeleteResourceGroup
    DeregisterDelegatedAdministrator DestroyResourceDirectory DisableAssociatedTransfer DisableAutoGrouping
    DisableResourceGroupNotification EnableAssociatedTransfer EnableAutoGrouping EnableResourceDirectory
    EnableResourceGroupNotification InitResourceDirectory InviteAccountToResourceDirectory MoveAccount
    PromoteResourceAccount RegisterDelegatedAdministrator RemoveCloudAccount ResendCreateCloudAccountEmail
    ResendPromoteResourceAccountEmail RetryChangeAccountEmail SendVerificationCodeForBindSecureMobilePhone
    SendVerificationCodeForEnableRD SetMemberDeletionPermission TagResources UntagResources UpdateAccount
    UpdateAssociatedTransferSetting UpdateAutoGroupingConfig UpdateAutoGroupingRule UpdateFolder UpdateResourceGroup
    UpdateResourceGroupAdminSetting
  `),
};
