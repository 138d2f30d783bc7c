import type { Delivered } from '../dingtalk/robot.ts';
import type { Decided } from './decisions.ts';
import type { Feed } from './feed.ts';
import { callSdk, type Called, type SdkCall, type Signer, type Target } from './sdk-call.ts';
import type { News, Played, Step } from './step.ts';

/** Where a scenario is played. */
export interface Stage {
  readonly target: Target;
  readonly signers: Readonly<Record<string, Signer>>;
  readonly decisions: Feed<Decided>;
  readonly messages: Feed<Delivered>;
  /** How long a decision, and after it a message, is waited for. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 20_000;

/** Makes the call of one step and waits for what becomes of it. */
export async function play(step: Step, stage: Stage): Promise<Played> {
  try {
    const called = await callAs(step.as, await preparedCall(step, stage), stage);
    const { got, ...rest } = await outcomeOf(called, stage);
    return { step, got, isAsExpected: isSame(got, step.expected), ...rest };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { step, got: { news: 'error', why }, isAsExpected: false };
  }
}

async function preparedCall({ as, call, before }: Step, stage: Stage): Promise<SdkCall> {
  if (before === undefined) return call;
  const { answer, refused } = await callAs(as, before.call, stage);
  if (refused !== undefined) throw new Error(`${before.call.action} was refused: ${refused}`);
  return { ...call, params: { ...call.params, ...before.paramsOf(answer) } };
}

async function callAs(as: string, call: SdkCall, { signers, target }: Stage): Promise<Called> {
  const signer = signers[as];
  if (signer === undefined) throw new Error(`Expected ${as} to have a key`);
  return callSdk(signer, target, call);
}

async function outcomeOf(
  { at, requestId, refused }: Called,
  { decisions, messages, patienceMs = PATIENCE_MS }: Stage,
): Promise<Pick<Played, 'got' | 'seconds' | 'why' | 'message'>> {
  const isIt = ({ eventId, silence }: Decided) => eventId === requestId && silence?.reason !== 'duplicate';
  const decided = await decisions.first(isIt, patienceMs);
  if (decided === undefined) {
    return refused === undefined
      ? { got: { news: 'nothing' } }
      : { got: { news: 'error', why: `refused: ${refused}` } };
  }
  const since = (then: Date) => Math.max(0, then.getTime() - at.getTime()) / 1_000;
  const [finding] = decided.findings;
  if (finding === undefined) {
    const { reason, why } = decided.silence ?? { reason: 'not-risky', why: '' };
    return { got: { news: 'silence', reason }, seconds: since(decided.at), why };
  }
  const { row } = finding;
  if (!finding.isAlert) return { got: { news: 'recorded', row }, seconds: since(decided.at) };
  const told = await messages.first(({ message }) => textOf(message).includes(finding.id), patienceMs);
  if (told === undefined) return { got: { news: 'error', why: `no message on ${finding.id}` } };
  return { got: { news: 'alert', row }, seconds: since(told.at), message: textOf(told.message) };
}

/** What the group reads. */
export function textOf(message: Delivered['message']): string {
  return message.msgtype === 'text' ? message.text.content : message.markdown.text;
}

function isSame(got: Played['got'], expected: News): boolean {
  if (got.news === 'silence' && expected.news === 'silence') return got.reason === expected.reason;
  return got.news === expected.news && 'row' in got && 'row' in expected && got.row === expected.row;
}
