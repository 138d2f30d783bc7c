import { describe, expect, it } from 'vitest';
import type { Finding } from '../../shared/model/finding.ts';
import { notificationsFor, type Route, type Routing, wayTo } from '../../shared/notify/route.ts';
import { aFinding, anOwnedListener } from '../support/finding.ts';

const NOON = new Date('2026-11-24T04:00:00Z'); // in Shanghai

function aRouting(routes: readonly Route[], environments: Routing['environments'] = {}): Routing {
  return { channels: [{ id: 'ops' }, { id: 'night' }, { id: 'mail' }], routes, environments };
}

const channelsFor = (finding: Partial<Finding>, routing: Routing) =>
  notificationsFor(aFinding(finding), routing, NOON).map(({ channel }) => channel);

describe('who hears of a finding', () => {
  const everything = aRouting([{ when: {}, to: ['ops', 'mail'] }]);

  it('is every channel that a route names, if it is an alert', () => {
    const notifications = notificationsFor(aFinding(), everything, NOON);

    expect(notifications.map(({ channel }) => channel)).toEqual(['ops', 'mail']);
    expect(notifications[0]).toMatchObject({
      findingId: 'f0e1d2c3b4a5968778695a4b',
      accountId: '1234567890123456',
      region: 'cn-hangzhou',
      severity: 'critical',
      news: 'alert',
      resources: ['slb.listener lb-1/6443'],
    });
  });

  it('is nobody, if it is none', () => {
    expect(channelsFor({ isAlert: false }, everything)).toEqual([]);
  });

  it('is named the same every time, and differently for each finding, channel and news', () => {
    const ids = [aFinding(), aFinding(), aFinding({ id: 'other' })].map((finding) =>
      notificationsFor(finding, everything, NOON).map(({ id }) => id),
    );
    const ends = notificationsFor(aFinding(), everything, NOON, 'resolved').map(({ id }) => id);

    expect(ids[0]).toEqual(ids[1]);
    expect(new Set([...ids.flat(), ...ends]).size).toBe(6);
    expect(ids.flat().every((id) => /^[0-9a-f]{24}$/u.test(id))).toBe(true);
  });

  it.each([
    ['severity', { severity: 'critical' }, { severity: 'high' }],
    ['account', { accounts: ['1234567890123456'] }, { accountId: '1000000000000002' }],
    ['the id of a cluster', { clusters: ['c1'] }, { cluster: { id: 'c9', name: 'prod' } }],
    ['the name of a cluster', { clusters: ['prod'] }, { cluster: { id: 'c1', name: 'other' } }],
    ['environment', { environments: ['production'] }, { cluster: { id: 'c2', name: 'stage' } }],
    ['row', { rows: ['R01', 'R02'] }, { rows: ['R03'] }],
    ['region', { regions: ['cn-hangzhou'] }, { region: 'cn-beijing' }],
  ] as const)('is told by %s', (_, when, other) => {
    const routing = aRouting(
      [
        { when, to: ['ops'] },
        { when: {}, to: ['mail'] },
      ],
      { stage: 'staging' },
    );

    expect(channelsFor({}, routing)).toEqual(['ops', 'mail']);
    expect(channelsFor(other, routing)).toEqual(['mail']);
  });

  it('is everybody when no route takes it: a gap in the configuration swallows nothing', () => {
    expect(channelsFor({}, aRouting([{ when: { rows: ['R58'] }, to: ['ops'] }]))).toEqual(['ops', 'night', 'mail']);
  });

  it('is told in the language of the route, with everybody it calls', () => {
    const routing = aRouting([
      { when: {}, to: ['ops'], mentions: { phones: ['13800000000'], users: [] } },
      { when: { severity: 'critical' }, to: ['ops'], language: 'ja', mentions: { phones: [], users: ['bob'] } },
      { when: { rows: ['R58'] }, to: ['ops'], mentions: { phones: [], users: ['nobody'] } },
    ]);

    expect(wayTo('ops', aFinding(), routing)).toEqual({
      language: 'ja',
      mentions: { phones: ['13800000000'], users: ['bob'] },
    });
    expect(wayTo('mail', aFinding(), routing)).toEqual({ language: undefined });
  });

  it('waits for the end of quiet hours, unless it is critical or another route to the channel is awake', () => {
    const quietHours = { from: '11:00', until: '13:30', timeZone: 'Asia/Shanghai' };
    const quiet: Route = { when: {}, to: ['ops', 'mail'], quietHours };
    const awake: Route = { when: { rows: ['R02'] }, to: ['mail'] };
    const heldUntil = (finding: Partial<Finding>) =>
      notificationsFor(aFinding(finding), aRouting([quiet, awake]), NOON).map(({ notBefore }) => notBefore);

    expect(heldUntil({ severity: 'high' })).toEqual([new Date('2026-11-24T05:30:00Z'), undefined]);
    expect(heldUntil({ severity: 'critical' })).toEqual([undefined, undefined]);
  });
});

describe('a story', () => {
  const storyOf = (finding: Partial<Finding>) =>
    notificationsFor(aFinding(finding), aRouting([{ when: {}, to: ['ops'] }]), NOON)[0]?.story;

  it('is one cluster, one rule and one actor, whatever the resource and the event', () => {
    const same = [{}, { id: 'other', eventId: 'E-9', resources: [anOwnedListener({ id: 'lb-9/443' })] }];
    const others: readonly Partial<Finding>[] = [
      { cluster: { id: 'c2', name: 'prod' } },
      { rule: 'node.released' },
      { actor: { type: 'ram-user', name: 'bob', standing: 'outsider' } },
      { actor: { type: 'ram-user', name: 'alice', session: 's', standing: 'outsider' } },
    ];

    expect(new Set(same.map(storyOf)).size).toBe(1);
    expect(new Set([...same, ...others].map(storyOf)).size).toBe(5);
  });

  it.each([
    ['deletes', { operation: 'Slb:DeleteLoadBalancerListener' }, true],
    ['releases', { operation: 'Ecs:DeleteInstance' }, true],
    ['cannot be undone', { restore: { possible: false } }, true],
    ['changes', { operation: 'Slb:SetLoadBalancerTCPListenerAttribute' }, false],
  ] as const)('knows whether a deed takes something away: it %s', (_, finding, expected) => {
    const [notification] = notificationsFor(aFinding(finding), aRouting([{ when: {}, to: ['ops'] }]), NOON);

    expect(notification?.isDestructive).toBe(expected);
  });
});
