import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiError } from '../../../../infra/local/cloud/api.ts';
import { type LocalCloud, startCloud } from '../../../../infra/local/cloud/server.ts';
import { createWorld, type World, type WorldStart } from '../../../../infra/local/cloud/world.ts';
import { sendSigned } from './signed.ts';

const START = Date.parse('2026-11-24T08:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let time: number;
let cloud: LocalCloud | undefined;
beforeEach(() => void (time = START));
afterEach(() => cloud?.stop());

const aWorld = (more: WorldStart = {}): World => createWorld({ clock: () => new Date(time), ...more });

const makeRoles = (world: World, count: number, by = world.actors.user('alice')): void => {
  for (let number = 1; number <= count; number += 1) {
    const params = { RoleName: `role-${number}`, AssumeRolePolicyDocument: '{"Statement":[]}' };
    world.act(by, { product: 'ram', action: 'CreateRole', params });
    time += 1000;
  }
};

interface Page {
  readonly Events: readonly { readonly eventName: string; readonly resourceName?: string }[];
  readonly NextToken?: string;
  readonly StartTime: string;
  readonly EndTime: string;
}

const look = (world: World, params: Record<string, unknown> = {}): Page =>
  world.act(world.actors.root(), { product: 'actiontrail', action: 'LookupEvents', params }) as unknown as Page;

const by = (Key: string, Value: string) => ({ LookupAttribute: [{ Key, Value }] });
const namesIn = (page: Page) => page.Events.map((event) => event.resourceName);

describe('LookupEvents', () => {
  it('turns every page once, newest first unless told otherwise', () => {
    const world = aWorld();
    makeRoles(world, 5);
    const all: (string | undefined)[] = [];

    let page = look(world, { MaxResults: 2 });
    all.push(...namesIn(page));
    while (page.NextToken !== undefined) {
      page = look(world, { MaxResults: 2, NextToken: page.NextToken });
      all.push(...namesIn(page));
    }

    expect(all).toEqual(['role-5', 'role-4', 'role-3', 'role-2', 'role-1']);
    expect(namesIn(look(world, { Direction: 'FORWARD', MaxResults: 1 }))).toEqual(['role-1']);
  });

  it('does not shift its pages when events arrive between them', () => {
    const world = aWorld();
    makeRoles(world, 3);
    const first = look(world, { MaxResults: 2 });

    world.act(world.actors.root(), { product: 'ram', action: 'DeleteRole', params: { RoleName: 'role-3' } });

    expect(namesIn(look(world, { MaxResults: 2, NextToken: first.NextToken }))).toEqual(['role-1']);
  });

  it.each([
    ['ServiceName', 'Ram', 3],
    ['EventName', 'DeleteRole', 1],
    ['User', 'bob', 1],
    ['ResourceName', 'role-2', 1],
    ['ResourceType', 'ACS::RAM::Role', 3],
    ['EventRW', 'Write', 3],
    ['EventType', 'ApiCall', 3],
    ['EventName', 'deleterole', 0],
  ])('filters by %s %s', (key, value, count) => {
    const world = aWorld();
    makeRoles(world, 2);
    world.act(world.actors.user('bob'), { product: 'ram', action: 'DeleteRole', params: { RoleName: 'role-1' } });

    expect(look(world, by(key, value)).Events).toHaveLength(count);
  });

  it('finds an event by its id and by the key that signed it', () => {
    const world = aWorld();
    const key = world.actors.user('alice');
    makeRoles(world, 1, key);
    const [record] = world.trail.records();

    expect(look(world, by('EventId', record?.eventId ?? '')).Events).toHaveLength(1);
    expect(look(world, by('EventAccessKeyId', key.accessKeyId)).Events).toHaveLength(1);
    expect(look(world, by('EventAccessKeyId', 'LTAIother')).Events).toHaveLength(0);
  });

  it('joins two conditions, ignores a third, and takes the second of one key', () => {
    const world = aWorld();
    makeRoles(world, 2);
    const two = [
      { Key: 'User', Value: 'alice' },
      { Key: 'ResourceName', Value: 'role-2' },
    ];

    expect(look(world, { LookupAttribute: two }).Events).toHaveLength(1);
    expect(look(world, { LookupAttribute: [...two, { Key: 'User', Value: 'bob' }] }).Events).toHaveLength(1);
    const same = [{ Key: 'ResourceName', Value: 'nothing' }, two[1]];
    expect(look(world, { LookupAttribute: same }).Events).toHaveLength(1);
  });

  it('looks seven days back, further when asked, and forgets after ninety', () => {
    const world = aWorld();
    makeRoles(world, 1);
    const span = { StartTime: '2026-11-01T00:00:00Z', EndTime: '2027-12-01T00:00:00Z' };

    time = START + 8 * DAY;
    const [recent, older] = [look(world), look(world, span)];
    time = START + 91 * DAY;
    const forgotten = look(world, span);

    expect([recent, older, forgotten].map((page) => page.Events.length)).toEqual([0, 1, 0]);
    expect(recent).toMatchObject({ StartTime: '2026-11-25T08:00:00Z', EndTime: '2026-12-02T08:00:00Z' });
  });

  it('shows an event only after the delay', () => {
    const world = aWorld({ visibleAfterMs: 5 * 60_000 });
    makeRoles(world, 1);

    const early = look(world).Events.length;
    time = START + 5 * 60_000;

    expect([early, look(world).Events.length]).toEqual([0, 1]);
  });

  it.each([
    ['more than fifty results', { MaxResults: 51 }],
    ['half a time range', { StartTime: '2026-11-24T00:00:00Z' }],
    ['a range that ends before it starts', { StartTime: '2026-11-24T02:00:00Z', EndTime: '2026-11-24T01:00:00Z' }],
    ['an attribute that it does not know', by('Colour', 'red')],
    ['a token that it did not give', { NextToken: 'bm9wZQ' }],
    ['a direction of its own', { Direction: 'SIDEWAYS' }],
  ])('refuses %s', (_, params) => {
    const world = aWorld();

    expect(() => look(world, params)).toThrowError(ApiError);
  });

  it('answers over the wire with records as they stand', async () => {
    const world = aWorld();
    makeRoles(world, 1);
    cloud = await startCloud({ world });
    const query = { RegionId: 'cn-hangzhou', 'LookupAttribute.1.Key': 'EventRW', 'LookupAttribute.1.Value': 'Write' };

    const response = await sendSigned(cloud.origin, world.actors.root(), {
      action: 'LookupEvents',
      version: '2020-07-06',
      query,
    });

    expect(await response.json()).toMatchObject({ RequestId: expect.any(String), Events: world.trail.records() });
  });
});

describe('what leaves a record', () => {
  it('is a write, refused or not, and never a read', () => {
    const world = aWorld();
    const root = world.actors.root();

    world.act(root, { product: 'ram', action: 'ListRoles', params: {} });
    expect(() => world.act(root, { product: 'ram', action: 'DeleteRole', params: { RoleName: 'none' } })).toThrow(
      'The role not exists',
    );

    expect(world.trail.records()).toMatchObject([{ eventName: 'DeleteRole', errorCode: 'EntityNotExist.Role' }]);
  });

  it('is an expiry of the cloud itself, without account, host or parameters', () => {
    const world = aWorld();

    const record = world.trail.emit({
      serviceName: 'Ecs',
      eventName: 'Release',
      region: 'cn-hangzhou',
      references: { 'ACS::ECS::Instance': ['i-1', 'i-2'] },
    });

    expect(record).toMatchObject({
      eventType: 'AliyunServiceEvent',
      userIdentity: { type: 'system', userName: 'ecs.aliyuncs.com' },
      sourceIpAddress: 'ecs.aliyuncs.com',
      referencedResources: { 'ACS::ECS::Instance': ['i-1', 'i-2'] },
    });
    for (const absent of ['requestParameters', 'recipientAccountId', 'apiVersion', 'eventSource']) {
      expect(record).not.toHaveProperty(absent);
    }
  });

  it('is an order on a sale page, without an API version', () => {
    const world = aWorld();

    const record = world.trail.emit({
      serviceName: 'Slb',
      eventName: 'Release',
      region: 'cn-hangzhou',
      references: { 'ACS::SLB::LoadBalancer': ['lb-1'] },
      by: world.actors.user('alice'),
    });

    expect(record).toMatchObject({
      eventType: 'ConsoleOperation',
      eventSource: 'slb.aliyuncs.com',
      userAgent: 'AliyunConsole',
      requestParameters: {},
      userIdentity: { type: 'ram-user', userName: 'alice' },
    });
    expect(record).not.toHaveProperty('apiVersion');
    expect(record.userIdentity).not.toHaveProperty('accessKeyId');
  });
});
