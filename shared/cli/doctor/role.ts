import { type AssumeRole, openCloudAs } from '../../cloud/assume-role.ts';
import type { Cloud } from '../../cloud/cloud.ts';
import { CALL_MS, fail, type Line, pass } from './check.ts';

/** Whether the role of a member account lets these keys in; then the cloud as that role sees it. */
export async function checkRole(
  roleArn: string,
  options: Omit<AssumeRole, 'roleArn'>,
): Promise<{ readonly line: Line; readonly cloud?: Cloud }> {
  const cloud = openCloudAs({ ...options, roleArn });
  const call = { product: 'sts', action: 'GetCallerIdentity', region: options.region, params: {} } as const;
  try {
    await cloud.call({ ...call, deadline: Date.now() + CALL_MS });
    return { line: pass(`role ${roleArn}: can be assumed`), cloud };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const fix = 'Deploy infra/ros/member.json there with this account as WatchingAccount; ask as the role ackwatch.';
    return { line: fail(`role ${roleArn}: ${why}`, fix) };
  }
}
