import { setTimeout } from 'node:timers/promises';
import type { Delivered, Robot } from '../dingtalk/robot.ts';
import { play, textOf } from './play.ts';
import type { Reporter } from './reporter.ts';
import { pauseFor, type Told } from './room.ts';
import type { Section } from './scenario/sections.ts';
import type { Stack } from './stack.ts';
import type { Played } from './step.ts';

/** What a run needs of its process. */
export interface Surroundings {
  readonly reporter: Reporter;
  /** Aborted when the person wants to end it. */
  readonly signal: AbortSignal;
  /** Milliseconds since the process began. */
  readonly elapsed: () => number;
}

/** Plays section after section, no faster than the group can read, and sums up. */
export async function playAll(
  stack: Stack,
  sections: readonly Section[],
  { reporter, signal, elapsed }: Surroundings,
): Promise<readonly Played[]> {
  const all: Played[] = [];
  const room = roomIn(stack, reporter, signal);
  let firstAlertSeconds: number | undefined;
  for (const [title, steps] of sections) {
    reporter.section(title);
    for (const step of steps) {
      if (step.expected.news === 'alert') await room();
      if (signal.aborted) return all;
      const played = await play(step, stack);
      all.push(played);
      if (played.message !== undefined) firstAlertSeconds ??= elapsed() / 1_000;
      reporter.played(played, all.length);
    }
  }
  reporter.section('Summary');
  reporter.summary(all, firstAlertSeconds);
  const { groups, mailbox } = stack;
  const told = groups.robots.reduce((sum, { messages }) => sum + messages.length, 0);
  const where = groups.robots.length === 1 ? 'the group' : `${groups.robots.length} groups`;
  reporter.note(`${told} messages in ${where}, ${mailbox.messages.length} in the mailbox.`);
  return all;
}

/** Waits, when it is called, until every group takes more messages. */
function roomIn({ groups, decisions }: Stack, reporter: Reporter, signal: AbortSignal): () => Promise<void> {
  const critical: string[] = [];
  decisions.listen(({ findings }) => {
    critical.push(...findings.filter(({ severity }) => severity === 'critical').map(({ id }) => id));
  });
  const isCritical = ({ message }: Delivered): boolean => critical.some((id) => textOf(message).includes(id));
  const toldBy = ({ posts, messages }: Robot): Told => ({
    posts,
    critical: messages.filter(isCritical).map(({ at }) => at),
  });
  return async () => {
    const ms = Math.max(...groups.robots.map((robot) => pauseFor(toldBy(robot), new Date())));
    if (ms === 0) return;
    reporter.note(`\nA pause of ${Math.ceil(ms / 1_000)} s: the robot of a group takes twenty messages a minute.`);
    await setTimeout(ms, undefined, { signal }).catch(() => undefined);
  };
}
