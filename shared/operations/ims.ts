import type { OperationTable } from '../model/operation.ts';
import { ADJACENT, on } from './touch.ts';

const provider = on('ram.oidc-provider', 'OIDCProviderName');
const user = on('ram.user', 'UserPrincipalName', 'UserId');
const group = on('ram.group', 'GroupName');

/** What each write of ActionTrail's service Ims does: RAM's newer product code, and the OIDC providers of RRSA. */
export const ims: OperationTable = {
  service: 'Ims',
  versions: ['2019-08-15'],
  actions: {
    AddClientIdToOIDCProvider: [provider('trust-changed', { value: ['ClientId'] })],
    AddFingerprintToOIDCProvider: [provider('trust-changed', { value: ['Fingerprint'] })],
    AddUserToGroup: [user('permission-granted', ADJACENT), group('permission-granted', ADJACENT)],
    DeleteAccessKey: [user('permission-removed', { ...ADJACENT, value: ['UserAccessKeyId'] })],
    DeleteGroup: [group('permission-removed', ADJACENT)],
    DeleteOIDCProvider: [provider('deleted')],
    DeleteUser: [user('permission-removed', ADJACENT)],
    RemoveClientIdFromOIDCProvider: [provider('trust-changed', { value: ['ClientId'] })],
    RemoveFingerprintFromOIDCProvider: [provider('trust-changed', { value: ['Fingerprint'] })],
    RemoveUserFromGroup: [user('permission-removed', ADJACENT), group('permission-removed', ADJACENT)],
    UpdateAccessKey: [user('permission-removed', { ...ADJACENT, value: ['UserAccessKeyId', 'Status'] })],
    UpdateOIDCProvider: [provider('trust-changed', { value: ['ClientIds', 'IssuanceLimitTime', 'NewDescription'] })],
    UpdateUser: [user('permission-changed', ADJACENT)],
  },
  ignored: [],
};
