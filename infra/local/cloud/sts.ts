import { textOf } from '../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Product } from './api.ts';
import type { Keys } from './keys.ts';
import { mayAssume, permissionsOf } from './ram/assume.ts';
import type { RamRole, RamState } from './ram/state.ts';

/** What STS knows of an account: its roles, and who issues its keys. */
export interface RoleAccount {
  readonly accountId: string;
  readonly ram: RamState;
  readonly keys: Keys;
}

const IDENTITIES = { 'root-account': 'Account', 'ram-user': 'RAMUser', 'assumed-role': 'AssumedRoleUser' } as const;
const SHORTEST_SECONDS = 900;

/** STS 2015-04-01: whose key it is, which everybody may ask, and keys of a role for whoever the role trusts. */
export function stsProduct(accounts: readonly RoleAccount[]): Product {
  return {
    serviceName: 'Sts',
    product: 'sts',
    versions: ['2015-04-01'],
    style: 'RPC',
    callsPerSecond: 20,
    operations: {
      GetCallerIdentity: { rw: 'Read', ramActions: [], run: identityOf },
      AssumeRole: { rw: 'Read', required: ['RoleArn', 'RoleSessionName'], run: (call) => assumeRole(accounts, call) },
    },
  };
}

function identityOf({ caller }: Call): Answer {
  const { accountId, principalId, type, userName } = caller;
  const [roleName = '', session] = userName.split(':');
  const path = {
    'root-account': 'root',
    'ram-user': `user/${userName}`,
    'assumed-role': `assumed-role/${roleName}/${session}`,
  };
  return {
    IdentityType: IDENTITIES[type],
    AccountId: accountId,
    PrincipalId: principalId,
    Arn: `acs:${type === 'root-account' || type === 'ram-user' ? 'ram' : 'sts'}::${accountId}:${path[type]}`,
    ...(type === 'ram-user' ? { UserId: principalId } : {}),
  };
}

function assumeRole(accounts: readonly RoleAccount[], { caller, params, now }: Call): Answer {
  const { account, role } = roleIn(accounts, textOf(params, 'RoleArn') ?? '');
  if (!mayAssume(role, caller)) {
    throw new ApiError(
      403,
      'NoPermission',
      'You are not authorized to do this action. You should be authorized by RAM.',
    );
  }
  const seconds = Number(textOf(params, 'DurationSeconds') ?? 3_600);
  if (!(seconds >= SHORTEST_SECONDS && seconds <= role.maxSessionDuration)) {
    throw new ApiError(400, 'InvalidParameter.DurationSeconds', 'The Min/Max value of DurationSeconds is 15min/1hr.');
  }
  const session = textOf(params, 'RoleSessionName') ?? '';
  const until = new Date(now.getTime() + seconds * 1_000);
  const allowed = permissionsOf(role, account.ram);
  const key = account.keys.session(role.roleName, session, {
    playerUid: caller.accountId,
    until,
    ...(allowed === undefined ? {} : { allowed }),
  });
  return {
    AssumedRoleUser: {
      AssumedRoleId: key.caller.principalId,
      Arn: `acs:sts::${account.accountId}:assumed-role/${role.roleName.toLowerCase()}/${session}`,
    },
    Credentials: {
      AccessKeyId: key.accessKeyId,
      AccessKeySecret: key.accessKeySecret,
      SecurityToken: key.securityToken,
      Expiration: `${until.toISOString().slice(0, 19)}Z`,
    },
  };
}

function roleIn(
  accounts: readonly RoleAccount[],
  arn: string,
): { readonly account: RoleAccount; readonly role: RamRole } {
  const [, accountId, name = ''] = /^acs:ram::(\d+):role\/(.+)$/u.exec(arn) ?? [];
  const account = accounts.find((one) => one.accountId === accountId);
  const role = account?.ram.roles.get(name.toLowerCase());
  if (account !== undefined && role !== undefined) return { account, role };
  throw new ApiError(404, 'EntityNotExist.Role', `The specified Role not exists: ${arn}`);
}
