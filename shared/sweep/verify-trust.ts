import { readTrust } from '../actors/trust.ts';
import type { Sweep } from './asked.ts';

/** Roles that ACK acts as and whose trust is worth knowing before the first event needs it. */
const EXPECTED_ROLES = [
  'aliyuncsdefaultrole',
  'aliyuncsmanagedkubernetesrole',
  'aliyuncsmanagednetworkrole',
  'aliyuncsmanagedcsirole',
  'aliyuncsmanagedautoscalerrole',
  'aliyuncsmanagednlcrole',
  'aliyuncsserverlesskubernetesrole',
  'aliyunserviceroleforautoscaling',
  'aliyunserviceroleforcontainerservice',
  'aliyunooslifecyclehook4csrole',
];

/** Reads the trust policy of every role that matters; one that RAM does not tell stays as it was. */
export async function verifyTrust({ store, cloud, accountId, regions, now, deadline }: Sweep): Promise<number> {
  const known = (await store.trusts(accountId)).map(({ roleName }) => roleName);
  const [region = ''] = regions;
  let verified = 0;
  for (const roleName of new Set([...EXPECTED_ROLES, ...known])) {
    if (now().getTime() > deadline) break;
    if (await readTrust({ accountId, roleName, region }, { store, cloud, now }, deadline)) verified += 1;
  }
  return verified;
}
