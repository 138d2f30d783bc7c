import { CloudError } from '../errors.ts';
import type { Cloud } from './cloud.ts';
import { ROLE_REFUSED } from './failure.ts';
import type { CloudOptions } from './openapi.ts';

/** Another account that is watched from here, and the name of its role that may be assumed. */
export interface MemberAccount {
  readonly id: string;
  readonly role: string;
}

/** One account that is watched, and the cloud as it is seen there. */
export interface Account {
  readonly accountId: string;
  readonly cloud: Cloud;
  /** Why its role was last refused; undefined: it was not, or nobody has tried yet. */
  readonly refusal: () => string | undefined;
}

/** The account that ackwatch runs in: read with its own keys. */
export function ownAccount(accountId: string, cloud: Cloud): Account {
  return { accountId, cloud, refusal: () => undefined };
}

/** A member account: read as its role. What assumes the role is loaded with the first call, and the keys are kept. */
export function memberAccount(
  { id, role }: MemberAccount,
  options: CloudOptions & { readonly region: string },
): Account {
  let opened: Promise<Cloud> | undefined;
  let refusal: string | undefined;
  const open = async (): Promise<Cloud> => {
    const { openCloudAs } = await import('./assume-role.ts');
    return openCloudAs({ ...options, roleArn: roleArnOf({ id, role }) });
  };
  return {
    accountId: id,
    cloud: {
      call: async (call) => {
        opened ??= open();
        try {
          const answer = await (await opened).call(call);
          refusal = undefined;
          return answer;
        } catch (error) {
          refusal = error instanceof CloudError && error.code === ROLE_REFUSED ? error.message : undefined;
          throw error;
        }
      },
    },
    refusal: () => refusal,
  };
}

/** How RAM names the role. */
export function roleArnOf({ id, role }: MemberAccount): string {
  return `acs:ram::${id}:role/${role}`;
}
