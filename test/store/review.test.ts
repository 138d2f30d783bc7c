import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openReviewStore } from '../../shared/store/postgres/review/open.ts';
import type { Store } from '../../shared/store/store.ts';
import { emptyDatabase, query } from '../support/database.ts';
import { aFinding, anOwnedListener } from '../support/finding.ts';
import { aDecision, anOwned, aPart, aRecording, at } from './builders.ts';
import { storeOn } from './stores.ts';

let url: string;
let store: Store;
beforeEach(async () => {
  url = await emptyDatabase();
  store = storeOn(url);
});

function open() {
  const review = openReviewStore({ databaseUrl: url });
  onTestFinished(() => review.close());
  return review;
}

let count = 0;

/** A finding in the store; name only what the test is about. */
async function found(about: Parameters<typeof aFinding>[0] = {}) {
  count += 1;
  const finding = aFinding({ id: `F-${count}`, eventId: `E-${count}`, ...about });
  const { eventId, eventTime } = finding;
  await store.record(aRecording({ decision: { eventId, eventTime }, findings: [finding] }));
  return finding;
}

async function idsBy(text: string): Promise<readonly string[]> {
  const { items } = await open().findings({ text }, 'newest', { limit: 50 });
  return items.map(({ finding }) => finding.id);
}

describe('searching by words', () => {
  it('finds ids whole, by their beginning and by their parts; names in any case; all words must be there', async () => {
    const { id } = await found({
      resources: [anOwnedListener({ id: 'lb-bp1abc/6443/tcp' })],
      actor: { type: 'ram-user', name: 'Alice.Liddell', standing: 'outsider' },
      srcEndpoint: { address: '203.0.113.77' },
      notes: ['负载均衡 was read'],
    });
    await found({ actor: { type: 'ram-user', name: 'bob', standing: 'outsider' } });

    for (const text of [
      'lb-bp1abc/6443/tcp',
      'lb-bp1',
      'bp1abc',
      '203.0.113.77',
      'alice.liddell',
      'LIDDELL',
      '负载',
      'alice lb-bp1',
    ]) {
      expect({ text, ids: await idsBy(text) }).toEqual({ text, ids: [id] });
    }
    expect(await idsBy('alice nobody')).toEqual([]);
    expect(await idsBy('203.0.113.7 bob')).toEqual([]);
  });

  it.each([`'`, `''`, `\\`, `a'b\\:*`, `& | ! <-> ( )`, '\0', '\uD800', `${'x'.repeat(5_000)}`, '":,{}[]'])(
    'takes whatever is typed: %j',
    async (text) => {
      await found();

      expect(Array.isArray(await idsBy(text))).toBe(true);
    },
  );

  it('keeps no finding out, however large or strange it is', async () => {
    const note = `${'long '.repeat(30_000)}${'w'.repeat(5_000)} \0 \uD800`;

    const { id } = await found({ notes: [note], operation: `Slb:${'Long'.repeat(1_000)}` });

    expect((await open().reviewed(id))?.finding.notes).toHaveLength(1);
  });
});

describe('the list of findings', () => {
  it('goes on where it stopped, also among findings of the same moment', async () => {
    for (let index = 0; index < 7; index += 1) await found({ eventTime: at('08:00') });
    const review = open();

    for (const order of ['newest', 'oldest', 'severity'] as const) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await review.findings({}, order, { limit: 2, after });
        seen.push(...page.items.map(({ finding }) => finding.id));
        after = page.next;
      } while (after !== undefined);
      expect(new Set(seen).size).toBe(7);
      expect(seen).toHaveLength(7);
    }
  });

  it('sorts by severity as people mean it', async () => {
    for (const severity of ['low', 'critical', 'informational', 'high', 'medium'] as const) await found({ severity });

    const { items } = await open().findings({}, 'severity', { limit: 10 });

    expect(items.map(({ finding }) => finding.severity)).toEqual([
      'critical',
      'high',
      'medium',
      'low',
      'informational',
    ]);
  });

  it.each([
    '',
    'x',
    '%%%',
    Buffer.from('["1","2"]').toString('base64url'),
    Buffer.from('{"a":1}').toString('base64url'),
  ])('begins at its beginning for a place that is none: %j', async (after) => {
    await found();

    expect((await open().findings({}, 'newest', { limit: 5, after })).items).toHaveLength(1);
  });

  it('counts by hour and day of the time zone, across its changes', async () => {
    for (const eventTime of ['2026-10-24T21:59Z', '2026-10-24T22:01Z', '2026-10-25T22:59Z', '2026-10-25T23:01Z']) {
      await found({ eventTime: new Date(eventTime) });
    }

    const asked = { from: new Date('2026-10-01Z'), unit: 'day', timeZone: 'Europe/Berlin' } as const;
    const days = await open().timeline(asked);

    expect(days.map((one) => [one.at.toISOString(), one.count])).toEqual([
      ['2026-10-23T22:00:00.000Z', 1],
      ['2026-10-24T22:00:00.000Z', 2],
      ['2026-10-25T23:00:00.000Z', 1],
    ]);
  });

  it('begins the days of a zone that is quarters of an hour away where they begin', async () => {
    for (const eventTime of ['2026-11-20T18:14Z', '2026-11-20T18:16Z']) await found({ eventTime: new Date(eventTime) });

    const asked = { from: new Date('2026-11-01Z'), unit: 'day', timeZone: 'Asia/Kathmandu' } as const;

    expect((await open().timeline(asked)).map(({ at: day }) => day.toISOString())).toEqual([
      '2026-11-19T18:15:00.000Z',
      '2026-11-20T18:15:00.000Z',
    ]);
  });

  it('counts rows and actors', async () => {
    await found({ rows: ['R02', 'R05'] });
    await found({ rows: ['R02'], actor: { type: 'ram-user', name: 'bob', standing: 'outsider' } });

    const review = open();
    const from = new Date(0);

    expect((await review.rowCounts(from)).map((one) => [one.row, one.count])).toEqual([
      ['R02', 2],
      ['R05', 1],
    ]);
    expect(await review.rowsSeen()).toEqual(
      new Map([
        ['R02', aFinding().eventTime],
        ['R05', aFinding().eventTime],
      ]),
    );
    expect((await review.topActors(from, 5)).map(({ name }) => name).toSorted()).toEqual(['alice', 'bob']);
    expect(await review.openCounts()).toEqual([{ clusterId: 'c1', clusterName: 'c1', severity: 'critical', count: 2 }]);
  });
});

describe('around a finding', () => {
  it('stand other findings of its resource, its actor and its event, within an hour', async () => {
    const one = await found({ eventTime: at('08:00') });
    const other = {
      resources: [anOwnedListener({ id: 'lb-2/80' })],
      actor: { type: 'x', name: 'other', standing: 'outsider' },
    } as const;
    const sameResource = await found({ ...other, resources: one.resources, eventTime: at('08:20') });
    const sameActor = await found({ ...other, actor: one.actor, eventTime: at('07:30') });
    await found({ ...other, eventTime: at('08:00') });
    await found({ eventTime: at('09:01') });

    const related = await open().related(one);

    expect(related.map(({ finding }) => finding.id)).toEqual([sameResource.id, sameActor.id]);
  });

  it('stands what else happened to its resources, however they were spelled, in order', async () => {
    const one = await found({ eventTime: at('08:00'), resources: [anOwnedListener({ id: 'lb-1/6443/tcp' })] });
    for (const [eventId, id, time] of [
      ['before', 'lb-1/6443', '07:30'],
      ['whole', 'lb-1', '08:10'],
      ['echo', 'lb-1/6443/tcp', '08:05'],
      ['other', 'lb-2', '08:00'],
      ['late', 'lb-1', '09:30'],
    ] as const) {
      await store.record({
        ...aRecording(),
        decision: aDecision({ eventId, resources: [id], eventTime: at(time), outcome: 'echo' }),
      });
    }

    expect((await open().around(one)).map(({ eventId }) => eventId)).toEqual(['before', 'echo', 'whole']);
  });
});

describe('whose a resource is', () => {
  it('is told with its parts, after its end too, and by either spelling', async () => {
    const balancer = anOwned({ kind: 'slb.load-balancer', id: 'lb-1', role: 'api-server-load-balancer' });
    const listener = anOwnedListener({ id: 'lb-1/6443/tcp', parent: balancer });
    await store.saveInventory(aPart({ resources: [balancer, listener, anOwned()] }));
    await store.record(
      aRecording({
        decision: { eventId: 'gone', eventTime: at('08:00') },
        gone: [{ kind: 'ecs.instance', id: 'i-1' }],
      }),
    );
    const review = open();

    expect((await review.whose('lb-1')).map(({ id }) => id)).toEqual(['lb-1', 'lb-1/6443/tcp']);
    expect((await review.whose('lb-1/6443')).map(({ id }) => id)).toEqual(['lb-1/6443/tcp']);
    expect(await review.whose('i-1')).toMatchObject([{ clusterId: 'c1', tombstonedAt: at('08:00') }]);
    expect(await review.whose('nobody')).toEqual([]);
    expect(await review.partsOf('lb-1')).toEqual(['lb-1', 'lb-1/6443/tcp', 'lb-1/6443']);
  });
});

describe('tokens and sessions', () => {
  it('end by time, and with each other', async () => {
    const review = open();
    await review.issueToken({ id: 't1', digest: 'd1', name: 'rita', role: 'viewer', days: 1 });
    await review.openSession({ digest: 's1', name: 'rita', role: 'viewer', via: 'token t1', minutes: 60 });
    await review.openSession({ digest: 's2', name: 'otto', role: 'reviewer', via: 'provider', minutes: 60 });

    const before = [await review.tokenOf('d1'), await review.sessionOf('s1')];
    const revoked = [await review.revokeToken('t1'), await review.revokeToken('t9')];
    const after = [await review.tokenOf('d1'), await review.sessionOf('s1')];
    await query(url, `update review_sessions set expires_at = now()`);

    expect(before).toMatchObject([{ name: 'rita' }, { role: 'viewer' }]);
    expect(revoked).toEqual([true, false]);
    expect(after).toEqual([undefined, undefined]);
    expect(await review.sessionOf('s2')).toBeUndefined();
    expect(await review.issuedTokens()).toMatchObject([
      { id: 't1', usedAt: expect.any(Date) as Date, revokedAt: expect.any(Date) as Date },
    ]);
  });

  it('count refusals by where they came from, and forget them', async () => {
    const review = open();
    await review.noteRefusal('here');
    await review.noteRefusal('there');
    await query(url, `update review_refusals set at = now() - interval '16 minutes' where source = 'there'`);

    expect([await review.refusals('here', 15), await review.refusals('there', 15)]).toEqual([1, 0]);
  });
});
