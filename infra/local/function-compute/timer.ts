import type { TimerTrigger } from './contract.ts';
import { readSchedule } from './schedule.ts';

/** A timer cannot wait longer in one go. */
const LONGEST_MS = 2 ** 31 - 1;

/** Calls at every time of the schedule, with the body that Function Compute sends. Returns how to end it. */
export function startTimer(trigger: TimerTrigger, call: (body: string) => void): () => void {
  const schedule = readSchedule(trigger.cronExpression);
  let timer: NodeJS.Timeout;
  const wait = (until: Date): void => {
    const left = until.getTime() - Date.now();
    timer = setTimeout(() => (left > LONGEST_MS ? wait(until) : fire(until)), Math.min(Math.max(0, left), LONGEST_MS));
    timer.unref();
  };
  const fire = (at: Date): void => {
    call(timerBody(trigger, at));
    wait(schedule(new Date(Math.max(at.getTime(), Date.now() - 1_000)))); // what was slept through is not made up for
  };
  wait(schedule(new Date()));
  return () => clearTimeout(timer);
}

/** The event of a timer. */
export function timerBody({ name, payload = '' }: TimerTrigger, at: Date): string {
  const triggerTime = `${at.toISOString().slice(0, 19)}Z`;
  return JSON.stringify({ triggerTime, triggerName: name, payload });
}
