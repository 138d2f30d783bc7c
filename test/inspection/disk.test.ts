import { describe, expect, it } from 'vitest';
import { inspect } from '../../shared/steps/inspect.ts';
import { aCall, aPart } from './a-call.ts';
import { aCloud } from './scripted-cloud.ts';
import { aSnapshot, aStore } from './simple-store.ts';

const at = new Date('2026-11-24T08:05:00Z');
const VOLUME = { DiskId: 'd-1', Type: 'data', ZoneId: 'cn-hangzhou-h', Size: 40, DeleteWithInstance: false };
const KEPT = { Type: 'data', ZoneId: 'cn-hangzhou-h', Size: 40, DeleteWithInstance: false };

/** What inspection makes of a call on the disk, told what was read before and what is read now. */
async function seenOf(operation: `${string}:${string}`, params: object, now: object, before?: object) {
  const event = aCall(operation, { DiskId: 'd-1', ...params });
  const snapshot = before && aSnapshot({ kind: 'ecs.disk', id: 'd-1', content: { ...KEPT, ...before } });
  const { cloud } = aCloud({ DescribeDisks: { Disks: { Disk: [{ ...VOLUME, ...now }] }, TotalCount: 1 } });
  const asked = { cloud, store: aStore({ snapshots: snapshot ? [snapshot] : [] }), now: () => at };
  return inspect(event, aPart(event, 'volume-disk'), { ...asked, deadline: at.getTime() + 3_000 });
}

describe('a disk of a volume', () => {
  it('is hung back on its node when it was detached before anybody had read it', async () => {
    const seen = await seenOf('Ecs:DetachDisk', { InstanceId: 'i-1' }, {});

    expect(seen.restore).toEqual({
      possible: true,
      commands: ['aliyun ecs AttachDisk --RegionId cn-hangzhou --DiskId d-1 --InstanceId i-1'],
    });
    expect(seen.notes).toContain(
      'The node keeps a dead mount of the volume: restart the Pods that use it after the disk is attached.',
    );
  });

  it('goes back to the node from which it was taken, not to where somebody hung it meanwhile', async () => {
    const seen = await seenOf('Ecs:DetachDisk', { InstanceId: 'i-1' }, { InstanceId: 'i-9' }, { InstanceId: 'i-1' });

    expect(seen.restore).toMatchObject({
      commands: [
        expect.stringContaining('DetachDisk --RegionId cn-hangzhou --DiskId d-1 --InstanceId i-9'),
        expect.stringContaining('AttachDisk --RegionId cn-hangzhou --DiskId d-1 --InstanceId i-1'),
      ],
    });
  });

  it('never gets smaller again', async () => {
    const seen = await seenOf('Ecs:ResizeDisk', { NewSize: 100 }, { Size: 100 }, {});

    expect(seen.comparisons[0]?.changes).toMatchObject([{ op: 'replace', path: '/Size', before: 40, after: 100 }]);
    expect(seen.restore).toEqual({ possible: 'unknown' });
    expect(seen.notes.join(' ')).toContain('never gets smaller');
  });

  it('is read again when nothing has changed yet', async () => {
    const event = aCall('Ecs:DetachDisk', { DiskId: 'd-1', InstanceId: 'i-1' });
    const soon = new Date('2026-11-24T08:00:20Z');
    const content = { ...KEPT, InstanceId: 'i-1' };
    const store = aStore({ snapshots: [aSnapshot({ kind: 'ecs.disk', id: 'd-1', content })] });
    const { cloud } = aCloud({ DescribeDisks: { Disks: { Disk: [{ ...VOLUME, InstanceId: 'i-1' }] }, TotalCount: 1 } });
    const asked = { cloud, store, now: () => soon, deadline: soon.getTime() + 3_000 };

    const seen = await inspect(event, aPart(event, 'volume-disk'), asked);

    expect(seen.reinspectAt).toEqual(new Date('2026-11-24T08:01:20Z'));
  });
});
