import { recordUnplayed, type UnplayedCall } from '../../local/cloud/actiontrail/unplayed.ts';
import type { TrailRecord } from '../../local/cloud/actiontrail/record.ts';
import type { OwnCall } from '../../local/cloud/api.ts';
import type { Key } from '../../local/cloud/keys.ts';
import { envelopeOf } from '../../local/event-bridge/envelope.ts';
import type { ScaleAccount } from './account.ts';
import type { ClusterIds } from './cluster.ts';

/** Of a hundred events: sixty in no table, twenty-five by ACK itself, ten on what no cluster owns, five by people. */
const SHARES = [
  ['not-risky', 60],
  ['ack-itself', 25],
  ['not-owned', 10],
  ['risky', 5],
] as const;
/** Steps through a hundred so that the kinds alternate. */
const STRIDE = 37;
const PEOPLE = 12;
const DAY_MS = 86_400_000;

/** What an event is for. */
export type Kind = (typeof SHARES)[number][0];

/** The kind of the event with this index. */
export function kindAt(index: number): Kind {
  let left = (index * STRIDE) % 100;
  for (const [kind, share] of SHARES) {
    if (left < share) return kind;
    left -= share;
  }
  throw new Error('Expected the shares to make a hundred');
}

/**
 * The next event of the stream as EventBridge would push it, given out in turn over the clusters. What people do is done
 * to the account, so that readings differ; the rest leaves only its record.
 */
export function streamOf(account: ScaleAccount): (index: number) => string {
  const { world } = account;
  const people = Array.from({ length: PEOPLE }, (_, at) => world.actors.user(`user-${at}`));
  const counts = { 'not-risky': 0, 'ack-itself': 0, 'not-owned': 0, risky: 0 };
  let last: TrailRecord | undefined;
  world.trail.subscribe((record) => (last = record));
  return (index) => {
    const kind = kindAt(index);
    const turn = counts[kind]++;
    const cluster = pick(account.clusters, turn);
    const person = pick(people, turn);
    if (kind === 'not-risky') recordUnplayed(world, person, NOT_RISKY);
    if (kind === 'ack-itself') byAck(account, cluster, Math.floor(turn / account.clusters.length));
    if (kind === 'not-owned') recordUnplayed(world, person, onStranger(pick(account.strangers, turn)));
    if (kind === 'risky') world.act(person, risky(cluster, Math.floor(turn / account.clusters.length), index));
    if (last === undefined) throw new Error('Expected the trail to show the call');
    return JSON.stringify(envelopeOf(last, world.accountId, new Date()));
  };
}

const ECS = { serviceName: 'Ecs', version: '2014-05-26' };
const NOT_RISKY: UnplayedCall = {
  serviceName: 'Waf-openapi',
  version: '2021-10-01',
  action: 'ModifyDomain',
  params: { Domain: 'shop.example.com' },
};

function onStranger(InstanceId: string): UnplayedCall {
  return { ...ECS, action: 'StopInstance', params: { InstanceId } };
}

/** What controllers do all day: backends, interfaces, volumes, nodes. */
function byAck(
  { world }: ScaleAccount,
  { cluster, web, nodes, podInterfaces, volume }: ClusterIds,
  turn: number,
): void {
  const { cloudController, terway, csi, ack } = world.actors;
  const [InstanceId = ''] = nodes;
  const NetworkInterfaceId = podInterfaces[0] ?? '';
  const tag = { 'Tag.1.Key': 'ack.aliyun.com', 'Tag.1.Value': cluster };
  const made = { InstanceIdSets: { InstanceIdSet: [`i-bp1made${cluster.slice(1, 9)}${turn}`] } };
  const slb = { serviceName: 'Slb', version: '2014-05-15', params: { VServerGroupId: web.group } };
  const calls: readonly (readonly [Key, UnplayedCall])[] = [
    [cloudController(cluster), { ...slb, action: 'AddVServerGroupBackendServers' }],
    [terway(), { ...ECS, action: 'AttachNetworkInterface', params: { NetworkInterfaceId, InstanceId } }],
    [csi(), { ...ECS, action: 'AttachDisk', params: { DiskId: volume, InstanceId } }],
    [ack(), { ...ECS, action: 'RunInstances', params: { Amount: '1', ...tag }, answer: made }],
  ];
  recordUnplayed(world, ...pick(calls, turn));
}

/** What people do behind ACK's back; every time with another value, so that it is a change each time. */
function risky({ apiServer, web, scalingGroup, nodes }: ClusterIds, turn: number, index: number): OwnCall {
  const listener = (LoadBalancerId: string, ListenerPort: number): OwnCall => ({
    product: 'slb',
    action: 'SetLoadBalancerTCPListenerAttribute',
    params: { LoadBalancerId, ListenerPort: String(ListenerPort), EstablishedTimeout: String(10 + (index % 800)) },
  });
  const AutoReleaseTime = `${new Date(Date.now() + (1 + (index % 900)) * DAY_MS).toISOString().slice(0, 16)}:00Z`;
  const InstanceId = pick(nodes, turn);
  const calls: readonly OwnCall[] = [
    listener(web.loadBalancer, web.port),
    {
      product: 'ess',
      action: 'ModifyScalingGroup',
      params: { ScalingGroupId: scalingGroup, MaxSize: String(1_000 + (index % 900)) },
    },
    { product: 'ecs', action: 'ModifyInstanceAutoReleaseTime', params: { InstanceId, AutoReleaseTime } },
    listener(apiServer.loadBalancer, apiServer.port),
  ];
  return pick(calls, turn);
}

function pick<T>(list: readonly T[], turn: number): T {
  const found = list[turn % list.length];
  if (found === undefined) throw new Error('Expected something to pick from');
  return found;
}
