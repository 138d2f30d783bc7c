import { describe, expect, it } from 'vitest';
import type { World } from '../../infra/local/cloud/world.ts';
import { aFileSystem, aMountTarget } from '../../infra/local/cloud/nas/state.ts';
import { demoAccount } from '../../infra/local/demo/account.ts';
import { collectInventory } from '../../shared/inventory/collect.ts';
import { ownersOf } from '../../shared/inventory/own.ts';
import type { ResourceKind } from '../../shared/model/resource.ts';
import { memoryStore } from '../../shared/store/memory.ts';
import { inProcessCloud } from '../support/in-process-cloud.ts';

/** The demo account, collected; `change` comes after that, as it does between two sweeps. */
async function collected(before: (world: World) => void = () => undefined) {
  const demo = demoAccount();
  before(demo.world);
  const { accountId, region } = demo.world;
  const store = memoryStore();
  const cloud = inProcessCloud(demo.world, demo.watcher);
  const at = { cloud, store, now: () => new Date(), deadline: Date.now() + 10_000 };
  await collectInventory({ ...at, accountId, regions: [region] });
  const ask = async (kind: ResourceKind, id: string, params: Readonly<Record<string, unknown>> = {}) => {
    const event = { accountId, region, eventTime: new Date(), params };
    const [answer] = await ownersOf({ ...at, isAck: () => Promise.resolve(false), event, refs: [{ kind, id }] });
    return answer;
  };
  return { ...demo, store, ask };
}

const tagged = (clusterId: string, more: readonly { TagKey: string; TagValue: string }[] = []) => [
  { TagKey: 'ack.aliyun.com', TagValue: clusterId },
  ...more,
];
const BY_CSI = [{ TagKey: 'createdby', TagValue: 'alibabacloud-csi-plugin' }];

describe('file systems of volumes', () => {
  it('are those that CSI marked, with their mount targets and permission groups', async () => {
    const { prod, store } = await collected();

    const owned = await store.resourcesOf(prod.clusterId);

    const { fileSystem, mountTarget, accessGroup } = prod.sharedFiles;
    expect(
      owned.filter(({ role }) => role === 'volume-nas').map(({ kind, id, parent }) => [kind, id, parent?.id]),
    ).toEqual([
      ['nas.file-system', fileSystem, undefined],
      ['nas.mount-target', mountTarget, fileSystem],
      ['nas.access-group', accessGroup, fileSystem],
    ]);
  });

  it('are also those that somebody tagged and the cluster can mount, and no others with its tag', async () => {
    const { prod, twins, store } = await collected(({ cs, nas, region }) => {
      const [cluster] = [...cs.clusters.values()];
      if (cluster === undefined) throw new Error('Expected a cluster');
      const own = { FileSystemId: 'static', MountTargetDomain: 'static-a', AccessGroupName: 'all' };
      nas.fileSystems.set(
        'static',
        aFileSystem({ FileSystemId: 'static', RegionId: region, Tags: tagged(cluster.id) }),
      );
      nas.mountTargets.set('static-a', aMountTarget({ ...own, VpcId: cluster.vpcId }));
    });

    const owners = await store.ownersOf('1234567890123456', ['static', twins.fileSystem]);

    expect(owners.get('static')).toMatchObject([{ clusterId: prod.clusterId, facts: { dynamic: false } }]);
    expect(owners.get(twins.fileSystem)).toBeUndefined();
  });

  it('are looked up by their marks when they are younger than the inventory', async () => {
    const { prod, world, ask } = await collected();
    const Tags = tagged(prod.clusterId, BY_CSI);
    world.nas.fileSystems.set('young', aFileSystem({ FileSystemId: 'young', RegionId: world.region, Tags }));

    const system = await ask('nas.file-system', 'young');
    const target = await ask('nas.mount-target', 'young-a', { FileSystemId: 'young' });
    const twin = await ask('nas.file-system', '1f00ba4999');

    expect(system).toMatchObject({ state: 'owned', owners: [{ clusterId: prod.clusterId, role: 'volume-nas' }] });
    expect(target).toMatchObject({ state: 'owned', owners: [{ parent: { kind: 'nas.file-system', id: 'young' } }] });
    expect(twin?.state).toBe('unowned');
  });

  it('give their access points and filesets to whom they belong', async () => {
    const { prod, ask } = await collected();
    const FileSystemId = prod.sharedFiles.fileSystem;

    const point = await ask('nas.access-point', 'ap-1', { FileSystemId });
    const fileset = await ask('nas.fileset', `${FileSystemId}/fset-1`, { FileSystemId });

    expect([point?.owners, fileset?.owners]).toMatchObject([
      [{ kind: 'nas.access-point', clusterId: prod.clusterId }],
      [{ kind: 'nas.fileset', clusterId: prod.clusterId }],
    ]);
  });
});
