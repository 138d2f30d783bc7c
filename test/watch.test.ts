import { describe, expect, it } from 'vitest';
import { StoreError } from '../shared/errors.ts';
import { find } from '../shared/findings/find.ts';
import type { Inspected } from '../shared/inspection/inspected.ts';
import type { Reason } from '../shared/model/decision.ts';
import type { OwnedResource } from '../shared/model/resource.ts';
import { decode } from '../shared/sources/actiontrail/decode.ts';
import { judge } from '../shared/steps/judge.ts';
import { screen } from '../shared/steps/screen.ts';
import type { Part, Steps, World } from '../shared/steps/steps.ts';
import { watch } from '../shared/watch.ts';
import { anEnvelope } from './support/event.ts';

const NOW = new Date('2026-11-24T08:00:09Z');
const AT = { accountId: '1234567890123456', region: 'cn-hangzhou' };
const CLUSTER = { ...AT, id: 'c1', name: 'prod', type: 'ManagedKubernetes', state: 'running', podCidrs: [] };
const UNSEEN: Inspected = {
  comparisons: [],
  restore: { possible: 'unknown' },
  notes: [],
  snapshots: [],
  consequences: [],
  effects: new Map(),
  verdict: 'changed',
  restored: [],
};

/** The real decode, screen, judge and find; the world around them as the test says. */
function steps(about: Partial<World> & { role?: OwnedResource['role']; standing?: Part['standing'] } = {}) {
  const told: string[] = [];
  const recorded: string[] = [];
  const logged: Readonly<Record<string, unknown>>[] = [];
  const { role = 'api-server-load-balancer', standing = 'outsider', ...replaced } = about;
  const world: World = {
    own: (_, touched) => {
      const owned = touched.map((one) => ({
        ...one,
        owned: { ...AT, ...one.ref, clusterId: 'c1', role, facts: {}, via: 'cs' },
      }));
      const silence = { reason: 'not-owned', why: 'unused' } as const;
      return Promise.resolve({
        parts: [{ cluster: CLUSTER, standing, touched: owned }],
        owned: [],
        gone: [],
        touchedByAck: [],
        silence,
      });
    },
    exact: (_, part) => Promise.resolve(part),
    judge,
    inspect: () => Promise.resolve(UNSEEN),
    find: (event, part, matches, seen) => Promise.resolve(find({ event, part, matches, seen })),
    record: (event, { findings, silence }) => {
      if (recorded.includes(event.id)) return Promise.resolve('duplicate');
      recorded.push(event.id, ...(findings.length === 0 ? [silence.reason] : []));
      return Promise.resolve('recorded');
    },
    tell: (findings) => Promise.resolve(void told.push(...findings.map(({ rule }) => rule))),
    setAside: () => Promise.resolve(),
    ...replaced,
  };
  const real: Steps = {
    decode: (input) => decode(input, NOW),
    screen,
    world: () => Promise.resolve(world),
    log: (_, fields) => void logged.push(fields),
  };
  return { steps: real, told, recorded, logged };
}

/** Step 3 ends with this. */
function silence(reason: Reason): World['own'] {
  const nothing = { parts: [], owned: [], gone: [], touchedByAck: [] };
  return () => Promise.resolve({ ...nothing, silence: { reason, why: 'as the test says' } });
}

describe('the path of an event', () => {
  it('tells of a listener changed on the API server load balancer', async () => {
    const world = steps();

    const outcome = await watch(anEnvelope(), world.steps);

    expect(outcome).toMatchObject({
      events: 1,
      findings: [
        {
          rule: 'cluster.api-server-forwarding-changed',
          rows: ['R02'],
          severity: 'critical',
          isAlert: true,
          cluster: { id: 'c1', name: 'prod' },
          resources: [{ kind: 'slb.listener', id: 'lb-1/6443', role: 'api-server-load-balancer' }],
          actor: { type: 'ram-user', name: 'alice', standing: 'outsider' },
        },
      ],
      disregarded: [],
    });
    expect(world.told).toEqual(['cluster.api-server-forwarding-changed']);
  });

  it('names every row that one deed realises, the most specific first', async () => {
    const data = { serviceName: 'Ecs', eventName: 'DeleteInstance', requestParameters: { InstanceId: 'i-1' } };

    const { findings } = await watch(anEnvelope(data), steps({ role: 'master' }).steps);

    expect(findings[0]?.rows).toEqual(['R14', 'R21']);
  });

  it('ends a call that is in no table without asking anybody', async () => {
    const world = steps();
    const alone = { ...world.steps, world: () => Promise.reject(new Error('asked')) };

    const outcome = await watch(anEnvelope({ serviceName: 'Rds', eventName: 'DeleteDatabase' }), alone);

    expect(outcome.disregarded).toMatchObject([{ eventId: 'E-1', reason: 'not-risky' }]);
    expect(world.logged).toMatchObject([{ operation: 'Rds:DeleteDatabase', reason: 'not-risky' }]);
  });

  it('decides an event that comes twice once', async () => {
    const world = steps();

    const outcome = await watch([anEnvelope(), anEnvelope()], world.steps);

    expect(outcome.disregarded).toMatchObject([{ reason: 'duplicate' }]);
    expect(world.told).toHaveLength(1);
  });

  it('records silence with its reason', async () => {
    const silence = { reason: 'not-owned', why: 'No cluster owns lb-1' } as const;
    const world = steps({ own: () => Promise.resolve({ parts: [], owned: [], gone: [], touchedByAck: [], silence }) });

    expect((await watch(anEnvelope(), world.steps)).disregarded).toEqual([{ eventId: 'E-1', ...silence }]);
    expect(world.recorded).toEqual(['E-1', 'not-owned']);
  });

  describe('over a bus that takes events of others', () => {
    const over = (record: Record<string, unknown>) => anEnvelope(record, { aliyuneventbusname: 'ackwatch-members' });

    it('alerts as ever', async () => {
      const world = steps();

      const { findings } = await watch(over({}), world.steps);

      expect(findings).toMatchObject([{ isAlert: true }]);
      expect(findings[0]).not.toHaveProperty('via');
      expect(world.told).toHaveLength(1);
    });

    it.each([
      ['a deed of ACK', { own: silence('ack-itself') }, {}],
      [
        'a dry run',
        {},
        { serviceName: 'Ecs', eventName: 'DeleteInstance', requestParameters: { InstanceId: 'i-1', DryRun: true } },
      ],
      ['a refused call that alerts nobody', { role: 'service-load-balancer' as const }, { errorCode: 'Forbidden.RAM' }],
    ])('holds %s until the trail has told it too', async (_, about, record) => {
      const world = steps(about);

      const { findings, disregarded } = await watch(over(record), world.steps);

      expect(findings).toEqual([]);
      expect(disregarded).toMatchObject([
        { reason: 'unverified', why: expect.stringContaining('the trail') as string },
      ]);
      expect(world.recorded).toEqual(['E-1', 'unverified']);
    });

    it('keeps why nobody can say whose it is', async () => {
      const { disregarded } = await watch(over({}), steps({ own: silence('ownership-unknown') }).steps);

      expect(disregarded).toMatchObject([{ reason: 'ownership-unknown' }]);
    });
  });

  it('records a dry run, and only logs what no rule speaks of', async () => {
    const world = steps({ role: 'reused-load-balancer' });
    const requestParameters = { InstanceId: 'i-1', DryRun: true };
    const dry = anEnvelope({ eventId: 'E-2', serviceName: 'Ecs', eventName: 'DeleteInstance', requestParameters });

    const { disregarded } = await watch([anEnvelope(), dry], world.steps);

    expect(disregarded.map(({ reason }) => reason)).toEqual(['not-risky', 'dry-run']);
    expect(world.recorded).toEqual(['E-2', 'dry-run']);
  });

  it.each([
    ['api-server-load-balancer', true],
    ['service-load-balancer', false],
  ] as const)('alerts on a refused attempt on a %s: %s', async (role, isAlert) => {
    const { findings } = await watch(anEnvelope({ errorCode: 'Forbidden.RAM' }), steps({ role }).steps);

    expect(findings).toMatchObject([{ outcome: 'failure', errorCode: 'Forbidden.RAM', isAlert }]);
  });

  it('decides the rest of a batch when one event fails, and fails in the end so that it comes again', async () => {
    const world = steps();
    const real = await world.steps.world();
    const failing: World = {
      ...real,
      own: (event, touched) =>
        event.id === 'E-1' ? Promise.reject(new StoreError('the database did not answer')) : real.own(event, touched),
    };
    const batch = [anEnvelope(), anEnvelope({ eventId: 'E-2' })];

    await expect(watch(batch, { ...world.steps, world: () => Promise.resolve(failing) })).rejects.toThrow(StoreError);

    expect(world.told).toEqual(['cluster.api-server-forwarding-changed']);
    expect(world.recorded).toEqual(['E-2']);
  });

  it('does not let a bad event stop the next one', async () => {
    const outcome = await watch(['{', JSON.stringify(anEnvelope())], steps().steps);

    expect(outcome).toMatchObject({ events: 2, findings: [{}], setAside: [{ reason: expect.any(String) as string }] });
  });
});
