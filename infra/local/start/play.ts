import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Params } from '../../../shared/model/params.ts';
import type { TrailRecord } from '../cloud/actiontrail/record.ts';
import type { Delivered } from '../dingtalk/robot.ts';
import type { Decided } from './decisions.ts';
import type { Feed } from './feed.ts';
import { callSdk, type Called, type SdkCall, type Signer, type Target } from './sdk-call.ts';
import type { News, Played, Step } from './step.ts';

/** Where a scenario is played. */
export interface Stage {
  readonly target: Target;
  readonly signers: Readonly<Record<string, Signer>>;
  /** What the cloud does of its own accord: its releases. */
  readonly platform: (params: Params) => Pick<TrailRecord, 'eventId'>;
  readonly decisions: Feed<Decided>;
  readonly messages: Feed<Delivered>;
  /** How long a decision, and after it a message, is waited for. */
  readonly patienceMs?: number;
}

/** Stands for the cloud where a step names who acts: it needs no key, and makes no call. */
export const PLATFORM = 'platform';

const PATIENCE_MS = 20_000;

/** How often and how long a call is repeated until its answer is as it should be. */
const REPEATS = { times: 40, everyMs: 250 };

/** Makes the call of one step and waits for what becomes of it. */
export async function play(step: Step, stage: Stage): Promise<Played> {
  try {
    const called = await callAs(step.as, await preparedCall(step, stage), stage);
    const { got, ...rest } = isUnwanted(called, step) ? refusal(called) : await outcomeOf(called, step.expected, stage);
    return { step, got, isAsExpected: isDeepStrictEqual(got, step.expected), ...rest };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { step, got: { news: 'error', why }, isAsExpected: false };
  }
}

async function preparedCall({ as, call, before }: Step, stage: Stage): Promise<SdkCall> {
  if (before === undefined) return call;
  for (let tries = 1; ; tries += 1) {
    const { answer, refused } = await callAs(as, before.call, stage);
    if (refused !== undefined) throw new Error(`${before.call.action} was refused: ${refused}`);
    if (before.until === undefined || before.until(answer)) {
      return { ...call, params: { ...call.params, ...before.paramsOf(answer) } };
    }
    if (tries >= REPEATS.times) throw new Error(`${before.call.action} never answered what was waited for`);
    await setTimeout(REPEATS.everyMs);
  }
}

/** People are told of some calls even when they are refused: a step is about such a call only if it says so. */
function isUnwanted({ refused }: Called, { expected, isRefused }: Step): boolean {
  return refused !== undefined && isRefused !== true && expected.news !== 'silence';
}

function refusal({ refused = '' }: Called): Pick<Played, 'got'> {
  return { got: { news: 'error', why: `refused: ${refused}` } };
}

async function callAs(as: string, call: SdkCall, { signers, target, platform }: Stage): Promise<Called> {
  if (as === PLATFORM) return { at: new Date(), requestId: platform(call.params).eventId, answer: {} };
  const signer = signers[as];
  if (signer === undefined) throw new Error(`Expected ${as} to have a key`);
  return callSdk(signer, target, call);
}

async function outcomeOf(
  called: Called,
  expected: News,
  { decisions, messages, patienceMs = PATIENCE_MS }: Stage,
): Promise<Pick<Played, 'got' | 'seconds' | 'why' | 'message'>> {
  const { at, requestId } = called;
  const isIt = ({ eventId, silence }: Decided) => eventId === requestId && silence?.reason !== 'duplicate';
  const decided = await decisions.first(isIt, patienceMs);
  if (decided === undefined) return called.refused === undefined ? { got: { news: 'nothing' } } : refusal(called);
  const since = (then: Date) => Math.max(0, then.getTime() - at.getTime()) / 1_000;
  const [finding] = decided.findings;
  if (finding === undefined) {
    const { reason, why } = decided.silence ?? { reason: 'not-risky', why: '' };
    return { got: { news: 'silence', reason }, seconds: since(decided.at), why };
  }
  const [row = ''] = finding.rows;
  if (!finding.isAlert) return { got: { news: 'recorded', row }, seconds: since(decided.at) };
  const told = await messages.first(({ message }) => textOf(message).includes(finding.id), patienceMs);
  if (told === undefined) return { got: { news: 'error', why: `no message on ${finding.id}` } };
  const also = alsoOf(expected).filter((one) => finding.rows.includes(one));
  const got = { news: 'alert', row, ...(also.length === 0 ? {} : { also }) } as const;
  return { got, seconds: since(told.at), message: textOf(told.message) };
}

function alsoOf(news: News): readonly string[] {
  return news.news === 'alert' ? (news.also ?? []) : [];
}

/** What the group reads. */
export function textOf(message: Delivered['message']): string {
  return message.msgtype === 'text' ? message.text.content : message.markdown.text;
}
