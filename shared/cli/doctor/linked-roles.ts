import { isMissing } from '../../cloud/failure.ts';
import { CALL_MS, fail, failed, type Line, pass, type Patient } from './check.ts';

/** Roles that EventBridge acts as: without the first no event arrives, without the second no function is called. */
const ROLES = ['AliyunServiceRoleForEventBridgeSourceActionTrail', 'AliyunServiceRoleForEventBridgeSendToFC'];

/** The component of Serverless Devs leaves one out where another exists already; nobody tells, and no event arrives. */
export async function checkLinkedRoles({ cloud, account }: Patient): Promise<readonly Line[]> {
  return Promise.all(
    ROLES.map(async (RoleName): Promise<Line> => {
      const call = { product: 'ram', action: 'GetRole', region: account.region, params: { RoleName } } as const;
      try {
        await cloud.call({ ...call, deadline: Date.now() + CALL_MS });
        return pass(`service-linked role ${RoleName} exists`);
      } catch (error) {
        if (!isMissing(error)) return failed(`service-linked role ${RoleName}`, error);
        const command = `aliyun eventbridge CreateServiceLinkedRoleForProduct --ProductName ${RoleName}`;
        return fail(`service-linked role ${RoleName} does not exist: no event would arrive`, command);
      }
    }),
  );
}
