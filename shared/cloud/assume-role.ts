import * as z from 'zod';
import { ask } from './answer.ts';
import type { Cloud } from './cloud.ts';
import { type CloudOptions, type Credentials, openCloud } from './openapi.ts';

/** A role of another account that may be assumed (`infra/ros/member.json`), and who assumes it. */
export interface AssumeRole extends CloudOptions {
  /** `acs:ram::<account id>:role/ackwatch-reader`. */
  readonly roleArn: string;
  readonly region: string;
}

const SESSION = 'ackwatch';
const ASSUME_MS = 10_000;
/** The longest that a role may be assumed by a role. */
const LIFE_SECONDS = 3_600;
/** New keys are asked for while the old ones still hold for longer than any call takes. */
const SPARE_MS = 10 * 60_000;

const Assumed = z.object({
  Credentials: z.object({
    AccessKeyId: z.string(),
    AccessKeySecret: z.string(),
    SecurityToken: z.string(),
    Expiration: z.string(),
  }),
});

/** The cloud as another account's role sees it. STS is rate-limited: keys are asked for once and kept for 50 minutes. */
export function openCloudAs(options: AssumeRole): Cloud {
  const now = options.now ?? Date.now;
  const own = openCloud(options);
  let keys: Promise<Kept> | undefined;
  let current: Credentials | undefined;
  const theirs = openCloud({ ...options, credentials: () => current ?? options.credentials() });
  const renewed = async (): Promise<void> => {
    try {
      if (keys === undefined || (await keys).until <= now()) keys = assume(own, options, now() + ASSUME_MS);
      current = (await keys).credentials;
    } catch (error) {
      keys = undefined; // a refusal is not kept: the trust may be mended meanwhile
      throw error;
    }
  };
  return {
    call: async (call) => {
      await renewed();
      return theirs.call(call);
    },
  };
}

interface Kept {
  readonly credentials: Credentials;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

async function assume(own: Cloud, { roleArn, region }: AssumeRole, deadline: number): Promise<Kept> {
  const params = { RoleArn: roleArn, RoleSessionName: SESSION, DurationSeconds: LIFE_SECONDS };
  const call = { product: 'sts', action: 'AssumeRole', region, params, deadline } as const;
  const { Credentials: given } = await ask(own, call, Assumed);
  const {
    AccessKeyId: accessKeyId,
    AccessKeySecret: accessKeySecret,
    SecurityToken: securityToken,
    Expiration,
  } = given;
  return { credentials: { accessKeyId, accessKeySecret, securityToken }, until: Date.parse(Expiration) - SPARE_MS };
}
