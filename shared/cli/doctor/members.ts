import * as z from 'zod';
import { memberAccount, type MemberAccount, roleArnOf } from '../../cloud/accounts.ts';
import { ask } from '../../cloud/answer.ts';
import type { Cloud } from '../../cloud/cloud.ts';
import { ROLE_REFUSED, toCloudError } from '../../cloud/failure.ts';
import { CALL_MS, fail, failed, type Line, pass, type Patient, skip } from './check.ts';
import { checkClusters } from './clusters.ts';
import { checkPermissions } from './permissions.ts';
import { checkTrail } from './trail.ts';

const FIX = 'Deploy infra/ros/member.json there with this account as WatchingAccount.';

/** Every member account: whether its role lets ackwatch in, and whether all can be read there that must be. */
export async function checkMembers({ account, cloud }: Patient): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const member of account.config.accounts.filter(({ id }) => id !== account.accountId)) {
    const found = await checkMember(member, { account, cloud });
    lines.push(...found.map((line) => ({ ...line, text: `account ${member.id}: ${line.text}` })));
  }
  return lines;
}

async function checkMember(member: MemberAccount, { account, cloud: own }: Patient): Promise<readonly Line[]> {
  const { config, credentials, region } = account;
  const { accountId, cloud } = memberAccount(member, { credentials, endpoint: config.endpoint, region });
  const refused = await refusedBy(member, cloud, own, region);
  if (refused !== undefined) return [refused];
  const patient = { account: { ...account, accountId }, cloud };
  const looks = [checkPermissions, checkTrail, checkClusters].map((check) => check(patient));
  return [pass(`${roleArnOf(member)} can be assumed`), ...(await Promise.all(looks)).flat()];
}

/** Why the role was not taken on. That it keeps out whoever is not ackwatch is as it should be. */
async function refusedBy(member: MemberAccount, cloud: Cloud, own: Cloud, region: string): Promise<Line | undefined> {
  try {
    await callerOf(cloud, region);
    return undefined;
  } catch (error) {
    const refusal = toCloudError(error, roleArnOf(member));
    if (refusal.code !== ROLE_REFUSED) return failed('its role', refusal);
    const caller = await callerOf(own, region);
    const isOutside = toCloudError(refusal.cause, 'sts:AssumeRole').code === 'NoPermission' && !OWN_ROLE.test(caller);
    if (!isOutside) return fail(refusal.message, FIX);
    return skip(`not looked at: its role lets in the role ackwatch, and these are the keys of ${caller}`);
  }
}

const OWN_ROLE = /:assumed-role\/ackwatch\//iu;
const Identity = z.object({ Arn: z.string() });

async function callerOf(cloud: Cloud, region: string): Promise<string> {
  const call = {
    product: 'sts',
    action: 'GetCallerIdentity',
    region,
    params: {},
    deadline: Date.now() + CALL_MS,
  } as const;
  return (await ask(cloud, call, Identity)).Arn;
}
