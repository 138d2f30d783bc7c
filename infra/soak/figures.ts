import type { Robot } from '../local/dingtalk/robot.ts';
import { textOf } from '../local/start/play.ts';

/** One finding that was to be told, and when its event was given out. */
export interface Expected {
  readonly id: string;
  readonly at: Date;
}

/** What a soak has shown. */
export interface Figures {
  readonly findings: number;
  /** Findings that no message names: must be none. */
  readonly missing: readonly string[];
  readonly messages: number;
  readonly digests: number;
  readonly repeats: number;
  /** The most posts within any 60 seconds: the robot takes 20. */
  readonly mostInAMinute: number;
  readonly throttled: number;
  readonly firstSeconds: number;
  readonly medianSeconds: number;
  readonly p99Seconds: number;
  readonly longestSeconds: number;
}

const MINUTE_MS = 60_000;
const THROTTLED = 130101;

/** Reads from what the group saw how it was told. */
export function figuresOf(expected: readonly Expected[], { messages, posts, answers }: Robot): Figures {
  const texts = messages.map(({ at, message }) => ({ at, text: textOf(message) }));
  const waits = expected.map(({ id, at }) => {
    const first = texts.find(({ text }) => text.includes(id));
    return first === undefined ? undefined : (first.at.getTime() - at.getTime()) / 1_000;
  });
  const seconds = waits.filter((wait) => wait !== undefined).toSorted((a, b) => a - b);
  const times = posts.map((at) => at.getTime());
  const within = (from: number) => times.filter((at) => at >= from && at < from + MINUTE_MS).length;
  const at = (share: number) => seconds[Math.min(seconds.length - 1, Math.floor(seconds.length * share))] ?? Number.NaN;
  const begun = Math.min(...expected.map((one) => one.at.getTime()));
  return {
    findings: expected.length,
    missing: expected.filter((_, index) => waits[index] === undefined).map(({ id }) => id),
    messages: messages.length,
    digests: texts.filter(({ text }) => /digest of/u.test(text)).length,
    repeats: texts.filter(({ text }) => text.includes('may be a repeat')).length,
    mostInAMinute: Math.max(0, ...times.map(within)),
    throttled: answers.filter((errcode) => errcode === THROTTLED).length,
    firstSeconds: ((texts[0]?.at.getTime() ?? Number.NaN) - begun) / 1_000,
    medianSeconds: at(0.5),
    p99Seconds: at(0.99),
    longestSeconds: at(1),
  };
}

/** The figures as lines of a table. */
export function linesOf(figures: Figures): readonly string[] {
  return Object.entries(figures).map(([name, value]) => {
    const shown = Array.isArray(value)
      ? String(value.length)
      : typeof value === 'number'
        ? trimmed(value)
        : String(value);
    return `${name.padEnd(16)} ${shown}`;
  });
}

function trimmed(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
