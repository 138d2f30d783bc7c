import { beforeEach, describe, expect, it } from 'vitest';
import { neighboursOf } from '../../shared/inspection/neighbours.ts';
import { observe } from '../../shared/inspection/observe.ts';
import { judge } from '../../shared/steps/judge.ts';
import type { Snapshot } from '../../shared/model/change.ts';
import { decode } from '../../shared/sources/actiontrail/decode.ts';
import { inspect } from '../../shared/steps/inspect.ts';
import { aCall, aPart } from './a-call.ts';
import { aClusterInTheCloud, OWNED } from './round-trip-world.ts';
import { aStore } from './simple-store.ts';

const LISTENER = { ListenerId: 'lsn-1@6443' };
const ROLE = 'api-server-load-balancer';
let place: ReturnType<typeof aClusterInTheCloud>;
let before: readonly Snapshot[];

beforeEach(async () => {
  place = aClusterInTheCloud();
  const owned = OWNED.filter(({ kind }) => kind.startsWith('nlb.'));
  const deadline = place.now().getTime() + 60_000;
  before = (await observe(place.cloud, owned, { region: 'cn-hangzhou', deadline, now: place.now })).snapshots;
  place.later(10);
});

/** What inspection makes of the last call, so long after it. */
async function seen(minutes: number) {
  const [item] = decode(place.world.trail.records().at(-1), place.now());
  if (item?.kind !== 'event') throw new Error('Expected an event');
  place.later(minutes);
  const part = aPart(item.event, ROLE);
  const store = aStore({ snapshots: before });
  const deadline = place.now().getTime() + 3_000;
  const inspected = await inspect(item.event, part, { cloud: place.cloud, store, now: place.now, deadline });
  return { ...inspected, rows: judge(item.event, part).flatMap(({ rule }) => rule.rows) };
}

describe('a call on the Network Load Balancer of an API server', () => {
  it('that has not been carried out yet is unknown, and is read again', async () => {
    place.world.nlb.jobs.delayMs = 90_000;
    place.act('nlb', 'UpdateListenerAttribute', { ...LISTENER, ServerGroupId: 'sgp-n2' });

    const { comparisons, reinspectAt, verdict, rows } = await seen(0.5);

    expect(rows).toContain('R02');
    expect(verdict).toBe('changed');
    expect(reinspectAt?.getTime()).toBe(place.now().getTime() + 60_000);
    expect(comparisons[0]?.after).toBeUndefined();
    expect(comparisons[0]?.unknown).toContain('nothing had changed yet when it was read; it is read again');
  });

  it('is told with before and after once it has been carried out', async () => {
    place.world.nlb.jobs.delayMs = 90_000;
    place.act('nlb', 'UpdateListenerAttribute', { ...LISTENER, ServerGroupId: 'sgp-n2' });

    const { comparisons, reinspectAt, restore } = await seen(2);

    expect(reinspectAt).toBeUndefined();
    expect(comparisons[0]?.changes).toMatchObject([{ path: '/ServerGroupId', before: 'sgp-n1', after: 'sgp-n2' }]);
    expect(restore).toEqual({
      possible: true,
      commands: [
        'aliyun nlb UpdateListenerAttribute --RegionId cn-hangzhou --ListenerId lsn-1@6443 --ServerGroupId sgp-n1',
      ],
    });
  });

  it('that asks for what is there already has no effect', async () => {
    place.act('nlb', 'UpdateListenerAttribute', { ...LISTENER, ServerGroupId: 'sgp-n1' });

    expect((await seen(0.5)).verdict).toBe('no-effect');
  });

  it('that stops the listener on 6443 is put back although nothing is known from before', async () => {
    place.act('nlb', 'StopListener', LISTENER);
    before = [];

    const { restore } = await seen(2);

    expect(restore).toMatchObject({ possible: true });
    expect(restore.possible === true && restore.commands[0]).toContain('nlb StartListener');
  });

  it.each([
    [
      'CreateListener',
      { LoadBalancerId: 'nlb-1', ListenerPort: 80, ListenerProtocol: 'TCP', ServerGroupId: 'sgp-n2' },
      'R01',
    ],
    ['RemoveServersFromServerGroup', { ServerGroupId: 'sgp-n1', Servers: [{ ServerId: 'i-1', Port: 6443 }] }, 'R02'],
    ['LoadBalancerLeaveSecurityGroup', { LoadBalancerId: 'nlb-1', SecurityGroupIds: ['sg-1'] }, 'R02'],
    ['UpdateLoadBalancerZones', { LoadBalancerId: 'nlb-1', ZoneMappings: [{ ZoneId: 'z', VSwitchId: 'v' }] }, 'R02'],
    ['UpdateLoadBalancerProtection', { LoadBalancerId: 'nlb-1', DeletionProtectionEnabled: false }, 'R03'],
  ])('%s realises a row of the manual, with before and after', async (action, params, row) => {
    place.act('nlb', action, params);

    const { comparisons, rows } = await seen(2);

    expect(rows).toContain(row);
    expect(comparisons.map(({ before: then, after }) => [then !== undefined, after !== undefined])).toEqual([
      [true, true],
    ]);
    expect(comparisons[0]?.changes).not.toEqual([]);
  });
});

describe('the addresses of an API server', () => {
  it('are those in every zone of its Network Load Balancer', async () => {
    const owned = OWNED.filter(({ kind }) => kind === 'nlb.load-balancer');
    const event = { ...aCall('Ecs:RevokeSecurityGroup', {}), eventTime: place.now() };

    const { apiServerCidrs } = await neighboursOf(aStore({ snapshots: before, owned }), event, 'c1');

    expect(apiServerCidrs.toSorted()).toEqual(['10.0.8.2/32', '10.0.8.3/32']);
  });
});
