import { describe, expect, it, onTestFinished } from 'vitest';
import type { TrailRecord } from '../../infra/local/cloud/actiontrail/record.ts';
import type { Key } from '../../infra/local/cloud/keys.ts';
import { trustOfServices } from '../../infra/local/cloud/ram/state.ts';
import { startCloud } from '../../infra/local/cloud/server.ts';
import { createWorld, type World } from '../../infra/local/cloud/world.ts';
import { LEGACY, seedLegacy } from '../../infra/local/demo/legacy.ts';
import { seedRoles } from '../../infra/local/demo/roles.ts';
import { startRobot } from '../../infra/local/dingtalk/robot.ts';
import { envelopeOf } from '../../infra/local/event-bridge/envelope.ts';
import policy from '../../infra/ram-policy.json' with { type: 'json' };
import { openReceiver } from '../../shared/receive.ts';
import { openStore } from '../../shared/store/postgres.ts';
import { openTimed } from '../../shared/timed.ts';
import { freshDatabase, query } from '../support/database.ts';
import { anEnvelope } from '../support/event.ts';
import { MEMBER, memberWorld, SHOP, setTrust, WATCHING } from '../support/member-account.ts';

const REGION = 'cn-hangzhou';
const NOBODY = JSON.stringify({ Statement: [], Version: '1' });

/** Records tell whole seconds: what was read in the same one was not surely read before. */
const A_MINUTE_AGO = `
  set session_replication_role = replica;
  update snapshots set observed_at = observed_at - interval '1 minute';
  update baselines set observed_at = observed_at - interval '1 minute'`;

/** A deployment in one account that watches another as well: the doors, a database, a robot and both accounts behind one cloud. */
async function twoAccounts({ accounts = MEMBER, isBare = false }: { accounts?: string; isBare?: boolean } = {}) {
  const member = memberWorld();
  const own = createWorld({ accountId: WATCHING, members: [member] });
  if (!isBare) seedLegacy(own);
  seedRoles(own);
  const reads = policy.Statement.flatMap(({ Action }) => Action);
  const credentials = own.actors.ackwatch(new Set([...reads, 'sts:AssumeRole']));
  const [cloud, robot, url] = await Promise.all([
    startCloud({ world: own }),
    startRobot({ perMinute: 1_000 }),
    freshDatabase(),
  ]);
  const store = openStore({ databaseUrl: url });
  onTestFinished(async () => {
    await Promise.all([store.close(), cloud.stop(), robot.stop()]);
  });
  /** New instances of the functions: they know no keys of a member yet. */
  const start = (named: string) => {
    const environment = {
      DATABASE_URL: url,
      ACKWATCH_ENDPOINT: cloud.origin,
      ACKWATCH_ACCOUNTS: named,
      ACKWATCH_DINGTALK_WEBHOOK: robot.webhook,
    };
    const context = () => ({ accountId: WATCHING, region: REGION, credentials });
    const [receiver, timed] = [openReceiver(context, environment), openTimed(context, environment)];
    onTestFinished(async () => {
      await Promise.all([receiver.close(), timed.close()]);
    });
    return { receiver, timed };
  };
  /** The session timeout of the listener of an API server is set; the record, as EventBridge passes it on. */
  const setsTimeout = (world: World, loadBalancer: string, key: Key, timeout = 120): string => {
    const params = { LoadBalancerId: loadBalancer, ListenerPort: 6443, PersistenceTimeout: timeout };
    world.act(key, { product: 'slb', action: 'SetLoadBalancerTCPListenerAttribute', params });
    return passedOn(world, world.trail.records().at(-1));
  };
  const inShop = (key: Key = member.actors.user('mallory'), timeout?: number): string =>
    setsTimeout(member, SHOP.loadBalancer, key, timeout);
  const inLegacy = (key: Key = own.actors.user('alice')): string =>
    setsTimeout(own, LEGACY.apiServer.intranet.loadBalancer, key);
  const assumed = (): number => cloud.calls.filter(({ action }) => action === 'AssumeRole').length;
  const decisionOn = async (event: string) => {
    const { recipientAccountId: accountId = '', eventId } = recordIn(event);
    return store.decision({ accountId, region: REGION, eventId });
  };
  return {
    own,
    member,
    cloud,
    robot,
    url,
    store,
    start,
    ...start(accounts),
    inShop,
    inLegacy,
    assumed,
    decisionOn,
  };
}

/** From the bus of one account to that of the account which watches it. */
function passedOn(from: World, record: TrailRecord | undefined): string {
  if (record === undefined) throw new Error('Expected the call to be recorded');
  return JSON.stringify({ ...envelopeOf(record, from.accountId, new Date()), aliyunaccountid: WATCHING });
}

function recordIn(event: string): TrailRecord {
  return (JSON.parse(event) as { readonly data: TrailRecord }).data;
}

describe('an event of a member account', () => {
  it('alerts with what it was and what it is, read by the role in that account', async () => {
    const { timed, receiver, inShop, robot, store, cloud, url } = await twoAccounts();
    await timed.sweep();
    await query(url, A_MINUTE_AGO);

    const { findings } = await receiver.receive(inShop());

    expect(findings).toMatchObject([
      {
        rule: 'cluster.api-server-forwarding-changed',
        accountId: MEMBER,
        cluster: { id: SHOP.clusterId, name: 'shop' },
        isAlert: true,
        actor: { name: 'mallory', standing: 'outsider' },
      },
    ]);
    const stored = await store.finding(findings[0]?.id ?? '');
    expect(stored?.comparisons.flatMap(({ changes }) => changes)).toMatchObject([
      { op: 'replace', path: '/PersistenceTimeout', before: 0, after: 120 },
    ]);
    expect(JSON.stringify(robot.messages)).toContain(MEMBER);
    expect(cloud.calls.filter(({ code }) => code?.startsWith('Forbidden'))).toEqual([]);
  });

  it('has STS asked once for many events', async () => {
    const { receiver, inShop, assumed } = await twoAccounts();

    for (const timeout of [10, 20, 30]) await receiver.receive(inShop(undefined, timeout));

    expect(assumed()).toBe(1);
  });

  it('finds its cluster before the first sweep, and is decided once by both the event and the history', async () => {
    const { receiver, timed, inShop } = await twoAccounts();
    const event = inShop();

    const { findings } = await receiver.receive(event);
    const report = await timed.sweep();

    expect(findings).toMatchObject([{ accountId: MEMBER, cluster: { name: 'shop' } }]);
    expect(report).toMatchObject({ decidedLate: 0, problems: [] });
  });

  it('that never arrived is found in the history of the member', async () => {
    const { timed, inShop, decisionOn } = await twoAccounts();
    const event = inShop();

    const { decidedLate } = await timed.sweep();

    expect(decidedLate).toBe(1);
    expect(await decisionOn(event)).toMatchObject({ accountId: MEMBER, outcome: 'finding', via: 'reconcile' });
  });
});

describe('who acts in a member account', () => {
  it('is ACK where the role there trusts ACK alone, and a suspect where it trusts others, whatever it does elsewhere', async () => {
    const { timed, receiver, inShop, inLegacy, member, own, decisionOn } = await twoAccounts();
    await timed.sweep();
    const byAck = inShop(member.actors.cloudController(SHOP.clusterId), 30);
    await receiver.receive(byAck);
    await timed.sweep();
    const settled = await decisionOn(byAck);
    setTrust(member, 'AliyunCSManagedKubernetesRole', trustOfServices('cs.aliyuncs.com', 'fc.aliyuncs.com'));
    await timed.sweep();

    const there = await receiver.receive(inShop(member.actors.cloudController(SHOP.clusterId), 60));
    const here = await receiver.receive(inLegacy(own.actors.ack()));

    expect(settled).toMatchObject({ outcome: 'ack-itself' });
    expect(there.findings).toMatchObject([{ accountId: MEMBER, actor: { standing: 'suspect' } }]);
    expect(here.disregarded).toMatchObject([{ reason: 'ack-itself' }]);
  });

  it.each([
    ['ACK acted', (event: TrailRecord, byAck: TrailRecord) => ({ ...byAck, eventId: event.eventId })],
    ['it was a dry run', (event: TrailRecord) => ({ ...event, errorCode: 'DryRunOperation' })],
    ['it was somewhere else', (event: TrailRecord) => ({ ...event, requestParameters: { LoadBalancerId: 'lb-no' } })],
  ])('hides no deed behind the word of the member’s bus that %s', async (_, forge) => {
    const { timed, receiver, inShop, member, decisionOn } = await twoAccounts();
    await timed.sweep();
    const byAck = recordIn(inShop(member.actors.cloudController(SHOP.clusterId), 30));
    const deed = inShop();
    const forged = passedOn(member, forge(recordIn(deed), byAck));

    const first = await receiver.receive(forged);
    await timed.sweep();

    expect(first.findings.filter(({ isAlert }) => isAlert)).toEqual([]);
    expect(await decisionOn(deed)).toMatchObject({ outcome: 'finding', actor: 'ram-user mallory', via: 'reconcile' });
    expect((await receiver.receive(deed)).disregarded).toMatchObject([{ reason: 'duplicate' }]);
  });

  it('is a suspect as ACK’s role of another account', async () => {
    const { timed, receiver, member, inShop } = await twoAccounts();
    await timed.sweep();
    const event = inShop(member.actors.cloudController(SHOP.clusterId));

    const { findings } = await receiver.receive(event.replace(`"accountId":"${MEMBER}"`, `"accountId":"${WATCHING}"`));

    expect(findings).toMatchObject([{ accountId: MEMBER, actor: { standing: 'suspect' } }]);
  });
});

describe('a member account whose role refuses', () => {
  it('leaves its events unknown, with the reason, until the role lets ackwatch in', async () => {
    const { receiver, member, inShop, inLegacy, decisionOn } = await twoAccounts();
    setTrust(member, 'ackwatch-reader', NOBODY);
    const event = inShop();

    const { findings, disregarded } = await receiver.receive(event);
    const here = await receiver.receive(inLegacy());
    const held = await decisionOn(event);

    expect(findings).toEqual([]);
    expect(disregarded).toMatchObject([{ reason: 'ownership-unknown' }]);
    expect(held?.why).toContain(
      `the account cannot be read: not allowed to assume acs:ram::${MEMBER}:role/ackwatch-reader: NoPermission`,
    );
    expect(here.findings).toMatchObject([{ accountId: WATCHING, cluster: { name: 'legacy' } }]);
  });

  it('is told of by the sweep, which reads the own account all the same', async () => {
    const { timed, member, store, url, assumed } = await twoAccounts();
    setTrust(member, 'ackwatch-reader', NOBODY);

    const { clusters, problems } = await timed.sweep();

    expect(clusters).toBe(1);
    expect(problems).toContain(`account ${MEMBER}: the history of ${REGION}: RoleRefused`);
    expect(assumed()).toBe(1);
    expect(await store.openFindingsOf('ackwatch')).toMatchObject([
      {
        rule: 'self-watch.permission-missing',
        accountId: MEMBER,
        notes: expect.arrayContaining([expect.stringContaining(MEMBER)]) as unknown,
      },
    ]);
    expect(await query(url, `select 1 from inventory where account_id = '${MEMBER}'`)).toEqual([]);
  });

  it('loses no alert about what the inventory knows, only what came after', async () => {
    const { timed, start, member, inShop } = await twoAccounts();
    await timed.sweep();
    setTrust(member, 'ackwatch-reader', NOBODY);

    const { findings } = await start(MEMBER).receiver.receive(inShop());

    expect(findings).toMatchObject([{ accountId: MEMBER, cluster: { name: 'shop' }, isAlert: true }]);
  });
});

describe('clusters that nobody could list yet', () => {
  it('leave it unknown whose a resource is, until a sweep has listed them', async () => {
    const { timed, receiver, cloud, inShop, inLegacy, decisionOn } = await twoAccounts();
    const lift = cloud.faults.order({ product: 'cs', kind: 'unavailable' });
    const events = [inShop(), inLegacy()];

    const answers = [await receiver.receive(events[0]), await receiver.receive(events[1])];
    lift();
    await timed.sweep();

    expect(answers.flatMap(({ disregarded }) => disregarded)).toMatchObject([
      { reason: 'ownership-unknown', why: expect.stringContaining('could not be listed yet') as string },
      { reason: 'ownership-unknown', why: expect.stringContaining('could not be listed yet') as string },
    ]);
    expect(await Promise.all(events.map(decisionOn))).toMatchObject([{ outcome: 'finding' }, { outcome: 'finding' }]);
  });
});

describe('STS that hangs', () => {
  it('holds an alert of a member back by seconds, and one of the own account not at all', async () => {
    const { timed, start, cloud, inShop, inLegacy } = await twoAccounts();
    await timed.sweep();
    cloud.faults.order({ product: 'sts', kind: 'hang' });
    const { receiver } = start(MEMBER);
    const begun = performance.now();

    const there = await receiver.receive(inShop());
    const took = performance.now() - begun;
    const here = await receiver.receive(inLegacy());

    expect(there.findings).toMatchObject([{ accountId: MEMBER, isAlert: true }]);
    expect(took).toBeLessThan(6_000);
    expect(here.findings).toMatchObject([{ accountId: WATCHING, isAlert: true }]);
  });
});

describe('an account that nobody named', () => {
  it('is unknown, and the decision says how to watch it', async () => {
    const { receiver, inShop, decisionOn, assumed } = await twoAccounts({ accounts: '1000000000000003' });
    const event = inShop();

    const { disregarded } = await receiver.receive(event);

    expect(disregarded).toMatchObject([{ reason: 'ownership-unknown' }]);
    expect((await decisionOn(event))?.why).toMatch(
      /account 1000000000000002 are not watched.*member\.json.*ACKWATCH_ACCOUNTS/u,
    );
    expect(assumed()).toBe(0);
  });

  it('is decided once it is named', async () => {
    const { receiver, start, inShop, decisionOn } = await twoAccounts({ accounts: '' });
    const event = inShop();
    await receiver.receive(event);

    await start(MEMBER).timed.sweep();

    expect(await decisionOn(event)).toMatchObject({ outcome: 'finding' });
  });
});

describe('an account without clusters that watches others', () => {
  it('alerts when ackwatch itself is taken down there', async () => {
    const { receiver, timed, robot, store } = await twoAccounts({ isBare: true });
    await timed.sweep();
    const record = { serviceName: 'FC', eventName: 'DeleteFunction', eventTime: new Date().toISOString() };
    const event = anEnvelope({ ...record, requestParameters: { functionName: 'ackwatch-actiontrail' } });

    const { findings } = await receiver.receive(JSON.stringify(event));

    expect(findings).toMatchObject([{ rule: 'usage.ackwatch-changed', accountId: WATCHING, isAlert: true }]);
    expect(JSON.stringify(robot.messages)).toContain('ackwatch-actiontrail');
    expect(await store.openFindingsOf('ackwatch')).toHaveLength(1);
  });
});

describe('a sweep of two accounts', () => {
  it('fills the inventory of both, each under its own account', async () => {
    const { timed, store } = await twoAccounts();

    const { clusters, problems, roles } = await timed.sweep();

    expect({ clusters, problems }).toEqual({ clusters: 2, problems: [] });
    expect(roles).toBe(20);
    expect((await store.clusters(WATCHING)).map(({ name }) => name)).toEqual(['legacy']);
    expect((await store.clusters(MEMBER)).map(({ name }) => name)).toEqual(['shop']);
    expect([...new Set((await store.resourcesOf(SHOP.clusterId)).map(({ accountId }) => accountId))]).toEqual([MEMBER]);
  });
});
