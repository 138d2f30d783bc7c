import { randomUUID } from 'node:crypto';
import type { Answer, Call, Operation } from '../api.ts';

/** Writes that have been answered and are not carried out yet. `delayMs` 0: they are carried out at once. */
export interface Jobs {
  delayMs: number;
  readonly waiting: { readonly due: number; readonly run: () => void }[];
}

/** Nothing waits, and nothing will. */
export function createJobs(): Jobs {
  return { delayMs: 0, waiting: [] };
}

/** Answers with the id of a job and carries it out when it is due. */
export function asJob(jobs: Jobs, { now }: Pick<Call, 'now'>, run: () => void, answer: Answer = {}): Answer {
  if (jobs.delayMs === 0) run();
  else jobs.waiting.push({ due: now.getTime() + jobs.delayMs, run });
  return { JobId: randomUUID(), ...answer };
}

/** The operations, each of which first sees to the jobs that are due by then. */
export function afterJobs(
  jobs: Jobs,
  operations: Readonly<Record<string, Operation>>,
): Readonly<Record<string, Operation>> {
  const settled = (operation: Operation): Operation => ({
    ...operation,
    run: (call) => {
      const due = jobs.waiting.filter((job) => job.due <= call.now.getTime());
      for (const job of due) {
        jobs.waiting.splice(jobs.waiting.indexOf(job), 1);
        job.run();
      }
      return operation.run(call);
    },
  });
  return Object.fromEntries(Object.entries(operations).map(([name, operation]) => [name, settled(operation)]));
}
