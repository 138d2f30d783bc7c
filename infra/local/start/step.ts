import type { Reason } from '../../../shared/model/decision.ts';
import type { Params } from '../../../shared/model/params.ts';
import type { SdkCall } from './sdk-call.ts';

/**
 * What ackwatch is to make of a call: tell it, keep it on record without telling, or say nothing. `row` stands first;
 * `also` are rows that the same deed realises, where the step is about them too.
 */
export type News =
  | { readonly news: 'alert'; readonly row: string; readonly also?: readonly string[] }
  | { readonly news: 'recorded'; readonly row: string }
  | { readonly news: 'silence'; readonly reason: Reason };

/** One call of the scenario. */
export interface Step {
  readonly title: string;
  /** Who makes it: a name among the signers. */
  readonly as: string;
  readonly call: SdkCall;
  readonly expected: News;
  /**
   * A call by the same one that prepares it, and what of its answer goes into the parameters. `until`: it is made again
   * and again, for some seconds, until its answer is so.
   */
  readonly before?: {
    readonly call: SdkCall;
    readonly paramsOf: (answer: Params) => Params;
    readonly until?: (answer: Params) => boolean;
  };
  /** The cloud should refuse the call. */
  readonly isRefused?: true;
}

/** What became of a step. */
export interface Played {
  readonly step: Step;
  /** `nothing`: no decision in time. `error`: the call itself did not go as it should. */
  readonly got: News | { readonly news: 'nothing' } | { readonly news: 'error'; readonly why: string };
  readonly isAsExpected: boolean;
  /** From the call to the message in the group; of a silent step, to the decision. */
  readonly seconds?: number;
  /** Why it is silent, in the words of the decision. */
  readonly why?: string;
  /** The message as the robot got it. */
  readonly message?: string;
}

/** One word or two for a table. */
export function inWords(got: Played['got']): string {
  switch (got.news) {
    case 'alert':
      return `alert ${[got.row, ...(got.also ?? [])].join(', ')}`;
    case 'recorded':
      return `recorded ${got.row}`;
    case 'silence':
      return `silent: ${got.reason}`;
    case 'nothing':
      return 'no decision';
    case 'error':
      return got.why;
  }
}
