import type { Answer, Call, Product } from './api.ts';

const IDENTITIES = { 'root-account': 'Account', 'ram-user': 'RAMUser', 'assumed-role': 'AssumedRoleUser' } as const;

/** STS 2015-04-01: whose key it is. Everybody may ask. */
export function stsProduct(): Product {
  return {
    serviceName: 'Sts',
    product: 'sts',
    versions: ['2015-04-01'],
    style: 'RPC',
    callsPerSecond: 20,
    operations: { GetCallerIdentity: { rw: 'Read', ramActions: [], run: identityOf } },
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
