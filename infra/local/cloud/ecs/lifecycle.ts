import { later, toMinute } from '../times.ts';
import type { EcsState } from './state.ts';
import type { Instance, Pending } from './machines.ts';

/** How long things take here, in seconds: shorter than in the cloud, but never at once. */
export const SECONDS = { start: 3, stop: 3, release: 3, attach: 1, detach: 1, deleteInterface: 2 } as const;

/** What a record becomes by itself, `seconds` from now. */
export function becoming<Status extends string>(
  now: Date,
  seconds: number,
  Status: Status | 'gone',
): { readonly Pending: Pending<Status> } {
  return { Pending: { Status, at: later(now, seconds) } };
}

/** Lets happen what is due: every operation looks at the state only after this. */
export function settle(state: EcsState, now: Date): void {
  const isDue = (pending: { readonly at: Date } | undefined): boolean => pending !== undefined && pending.at <= now;
  for (const [id, instance] of state.instances) {
    if (instance.Pending === undefined && instance.AutoReleaseTime === '') continue; // nothing comes by itself
    const { Pending: pending, ...rest } = instance;
    const isExpired = rest.AutoReleaseTime !== '' && new Date(rest.AutoReleaseTime) <= now;
    if (isExpired || (isDue(pending) && pending?.Status === 'gone')) release(state, id, now);
    else if (isDue(pending) && pending !== undefined && pending.Status !== 'gone') {
      state.instances.set(id, begun({ ...rest, Status: pending.Status }, rest, now));
    }
  }
  settleAll(state.networkInterfaces, isDue);
  settleAll(state.disks, isDue);
}

function settleAll<Status extends string, T extends { readonly Status: Status; readonly Pending?: Pending<Status> }>(
  records: Map<string, T>,
  isDue: (pending: Pending<Status> | undefined) => boolean,
): void {
  for (const [id, record] of records) {
    const pending = record.Pending;
    if (pending === undefined || !isDue(pending)) continue;
    const { Pending: _, ...rest } = record;
    if (pending.Status === 'gone') records.delete(id);
    else records.set(id, { ...rest, Status: pending.Status } as T);
  }
}

/** An instance that comes up is dated. */
function begun(instance: Instance, before: { readonly Status: string }, now: Date): Instance {
  const hasStarted = instance.Status === 'Running' && before.Status !== 'Running';
  return hasStarted ? { ...instance, StartTime: toMinute(now), StoppedMode: 'Not-applicable' } : instance;
}

/** Takes an instance away, and of its interfaces and disks those that go with it; the others are free again. */
export function release(state: EcsState, InstanceId: string, now: Date): void {
  state.instances.delete(InstanceId);
  state.released.set(InstanceId, now);
  for (const [id, eni] of state.networkInterfaces) {
    if (eni.InstanceId !== InstanceId) continue;
    if (eni.Type === 'Primary' || eni.DeleteOnRelease) state.networkInterfaces.delete(id);
    else state.networkInterfaces.set(id, { ...eni, InstanceId: '', Status: 'Available' });
  }
  for (const [id, disk] of state.disks) {
    if (disk.InstanceId !== InstanceId) continue;
    if (disk.DeleteWithInstance) state.disks.delete(id);
    else state.disks.set(id, { ...disk, InstanceId: '', Device: '', Status: 'Available' });
  }
}
