import type { Finding } from '../model/finding.ts';
import { openWorld, type Surroundings } from '../open.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import type { World } from '../steps/steps.ts';
import type { openStore } from '../store/postgres.ts';
import { timersOver } from '../timed.ts';
import { repeat, untilEnded } from './every.ts';

/** What following the trail needs: everything else comes from the surroundings. */
export interface Following {
  readonly surroundings: Surroundings;
  readonly store: ReturnType<typeof openStore>;
  readonly signal: AbortSignal;
  /** Hears of findings before the channels do. */
  readonly onFindings: (findings: readonly Finding[]) => void;
  /** Hears what went wrong or could not be read. */
  readonly onProblem: (problem: string) => void;
}

/** ActionTrail itself takes a minute and more: a shorter pause would only use up its quota. */
const LOOK_MS = 30_000;
const LOOK_LIMIT_MS = 5 * 60_000;
const SWEEP_MS = 10 * 60_000;
const DELIVER_MS = 60_000;
const GRACE_MS = 5_000;

/** What one machine does instead of a deployment: asks the trail instead of being told, and runs the timers itself. */
export function openFollower({ surroundings, store, signal, onFindings, onProblem }: Following) {
  const { accountId, now, log } = surroundings;
  const opened = openWorld(surroundings, store);
  const world: World = {
    ...opened.world,
    tell: async (findings) => {
      onFindings(findings);
      await opened.world.tell(findings);
    },
  };
  const { sweep, deliver } = timersOver({ ...opened, world }, store, surroundings);
  const { cloud, members, regions } = opened;
  /** Of each account by itself: one that does not answer keeps no other waiting. */
  const looks = [{ accountId, cloud }, ...members].map((account) => async (): Promise<void> => {
    const deadline = now().getTime() + LOOK_LIMIT_MS;
    const done = await reconcile({ ...account, store, world, regions, now, log, deadline, isSource: true });
    const where = account.accountId === accountId ? '' : `account ${account.accountId}: `;
    done.problems.forEach((problem) => onProblem(`${where}${problem}`));
  });
  const sweepAll = async (): Promise<void> => (await sweep()).problems.forEach(onProblem);
  const tellFailure = (message: string, { why }: Readonly<Record<string, unknown>>): void =>
    onProblem(`${message}: ${String(why)}`);
  return {
    /** One look at the trail and one round of messages. */
    once: async (): Promise<void> => {
      await Promise.all(looks.map((look) => look()));
      await deliver();
    },
    /** Until the signal; what is in hand then gets a few seconds to finish. */
    follow: async (): Promise<void> => {
      const always = { signal, log: tellFailure };
      const loops = [
        repeat({ ...always, name: 'sweep', everyMs: SWEEP_MS, task: sweepAll }),
        ...looks.map((look) => repeat({ ...always, name: 'look', everyMs: LOOK_MS, task: look })),
        repeat({ ...always, name: 'deliver', everyMs: DELIVER_MS, task: deliver }),
      ];
      await untilEnded(loops, signal, GRACE_MS);
    },
    channels: opened.channels.map(({ id }) => id),
  };
}
