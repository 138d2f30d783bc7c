import * as z from 'zod';
import type { Caller } from '../api.ts';
import type { RamRole, RamState } from './state.ts';

const Names = z.union([z.string(), z.array(z.string())]).transform((names) => [names].flat());
const Trust = z.object({
  Statement: z.array(z.object({ Effect: z.string(), Principal: z.object({ RAM: Names.default([]) }) })),
});
const Permits = z.object({ Statement: z.array(z.object({ Effect: z.string(), Action: Names })) });

/** Whether the role's trust policy names the caller: himself, or his account as a whole. An account as such cannot. */
export function mayAssume({ assumeRolePolicyDocument }: RamRole, caller: Caller): boolean {
  if (caller.type === 'root-account') return false;
  const { Statement } = Trust.parse(JSON.parse(assumeRolePolicyDocument));
  const trusted = Statement.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Principal }) => Principal.RAM);
  const itself = caller.type === 'ram-user' ? `user/${caller.userName}` : `role/${caller.userName.split(':')[0] ?? ''}`;
  const names = [`acs:ram::${caller.accountId}:root`, `acs:ram::${caller.accountId}:${itself}`];
  return trusted.some((name) => names.some((own) => own.toLowerCase() === name.toLowerCase()));
}

/** What the policies of the account let the role do; undefined: everything. */
export function permissionsOf({ policies }: RamRole, ram: RamState): ReadonlySet<string> | undefined {
  if (policies.has('AdministratorAccess')) return undefined;
  const documents = [...policies.keys()].flatMap((name) => {
    const policy = ram.policies.get(name);
    return policy?.versions.filter(({ versionId }) => versionId === policy.defaultVersion) ?? [];
  });
  const statements = documents.flatMap(({ document }) => Permits.parse(JSON.parse(document)).Statement);
  return new Set(statements.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => Action));
}
