import type { Cloud } from '../../cloud/cloud.ts';
import { CloudError } from '../../errors.ts';
import type { Surroundings } from '../../open.ts';
import { adviceOn } from '../advice.ts';

/** What one look found. Whatever is not in order says what to do about it. */
export type Line =
  | { readonly state: 'pass' | 'skip'; readonly text: string }
  | { readonly state: 'fail'; readonly text: string; readonly fix: string };

/** Whose account is looked at. */
export interface Patient {
  readonly account: Surroundings & { readonly regions: readonly string[] };
  readonly cloud: Cloud;
}

/** The other side has no such call: a stand-in, or a region that lacks the product. */
export const UNKNOWN_CALL = /^Invalid(?:Action|Version)|^UnsupportedOperation/u;

/** How long one call may take. */
export const CALL_MS = 10_000;

export const pass = (text: string): Line => ({ state: 'pass', text });
export const fail = (text: string, fix: string): Line => ({ state: 'fail', text, fix });
export const skip = (text: string): Line => ({ state: 'skip', text });

/** A refusal of the cloud as a line. */
export function failed(what: string, error: unknown): Line {
  const text = `${what}: ${error instanceof Error ? error.message : String(error)}`;
  const advice = error instanceof CloudError ? adviceOn(error)?.todo : undefined;
  return fail(text, advice ?? 'Read the message above, and try again.');
}
