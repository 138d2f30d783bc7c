import * as z from 'zod';
import { CloudError } from '../errors.ts';
import { ask } from './answer.ts';
import type { Cloud } from './cloud.ts';
import { isAboutKeys, isTransient, ROLE_REFUSED, toCloudError } from './failure.ts';
import { type CloudOptions, type Credentials, openCloud } from './openapi.ts';

/** A role of another account that may be assumed (`infra/ros/member.json`), and who assumes it. */
export interface AssumeRole extends CloudOptions {
  /** `acs:ram::<account id>:role/ackwatch-reader`. */
  readonly roleArn: string;
  readonly region: string;
}

const SESSION = 'ackwatch';
const ASSUME_MS = 5_000;
/** The longest that a role may be assumed by a role. */
const LIFE_SECONDS = 3_600;
/** New keys are asked for while the old ones still hold for longer than any call takes. */
const SPARE_MS = 10 * 60_000;
/** One event is many calls, and STS is not asked for each of them; a trust that was mended counts soon all the same. */
const REFUSED_MS = 30_000;
/** Before there are keys: never the own ones, or this account would be taken for the other. */
const NOBODY: Credentials = { accessKeyId: '', accessKeySecret: '' };

const Assumed = z.object({
  Credentials: z.object({
    AccessKeyId: z.string(),
    AccessKeySecret: z.string(),
    SecurityToken: z.string(),
    Expiration: z.iso.datetime({ offset: true }),
  }),
});

/** The cloud as another account's role sees it. STS is rate-limited: keys are asked for once and kept for 50 minutes. */
export function openCloudAs(options: AssumeRole): Cloud {
  const now = options.now ?? Date.now;
  const own = openCloud(options);
  let asked: Promise<Answer> | undefined;
  let current = NOBODY;
  const theirs = openCloud({ ...options, credentials: () => current });
  const renewed = async (): Promise<void> => {
    const last = asked;
    // Whoever comes second finds that the first has asked already.
    if ((last === undefined || (await last).until <= now()) && asked === last) asked = assume(own, options, now);
    const answer = await asked;
    if (answer === undefined || 'failure' in answer) throw answer?.failure;
    current = answer.credentials;
  };
  return {
    call: async (call) => {
      await inTime(renewed(), call.deadline - now(), options.roleArn);
      const used = asked;
      try {
        return await theirs.call(call);
      } catch (error) {
        // The role was deleted meanwhile, and perhaps made again: new keys, but not by every call that is under way.
        if (error instanceof CloudError && isAboutKeys(error) && asked === used) {
          asked = Promise.resolve(refused(error, options.roleArn, now));
        }
        throw error;
      }
    },
  };
}

/** Keys, or why there are none; `until`: for so long it holds, in milliseconds since the epoch. */
type Answer = { readonly until: number } & ({ readonly credentials: Credentials } | { readonly failure: CloudError });

async function assume(own: Cloud, { roleArn, region }: AssumeRole, now: () => number): Promise<Answer> {
  const params = { RoleArn: roleArn, RoleSessionName: SESSION, DurationSeconds: LIFE_SECONDS };
  const call = { product: 'sts', action: 'AssumeRole', region, params, deadline: now() + ASSUME_MS } as const;
  try {
    const { Credentials: given } = await ask(own, call, Assumed);
    const { AccessKeyId: accessKeyId, AccessKeySecret: accessKeySecret, SecurityToken: securityToken } = given;
    const credentials = { accessKeyId, accessKeySecret, securityToken };
    return { credentials, until: Date.parse(given.Expiration) - SPARE_MS };
  } catch (error) {
    return refused(toCloudError(error, 'sts:AssumeRole'), roleArn, now);
  }
}

function refused(cause: CloudError, roleArn: string, now: () => number): Answer {
  return { failure: failureOf(cause, roleArn), until: now() + REFUSED_MS };
}

/** In a code of its own: that a role does not exist must not be taken for the answer to what the role was to ask. */
function failureOf(cause: CloudError, roleArn: string): CloudError {
  return isTransient(cause)
    ? new CloudError(cause.code, `${roleArn} could not be assumed yet: ${cause.message}`, { cause })
    : new CloudError(ROLE_REFUSED, `not allowed to assume ${roleArn}: ${cause.code}`, { cause });
}

/** STS is asked once for many calls, each of which has a deadline of its own. */
async function inTime(work: Promise<void>, leftMs: number, roleArn: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new CloudError('Timeout', `${roleArn} was not assumed in time`);
    timer = setTimeout(() => reject(error), Math.max(0, leftMs));
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined); // when it fails after that, nobody waits for it
  }
}
