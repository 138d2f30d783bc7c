import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Product } from '../../../../infra/local/cloud/api.ts';
import type { Key } from '../../../../infra/local/cloud/keys.ts';
import { createWorld } from '../../../../infra/local/cloud/world.ts';
import { decode } from '../../../../shared/sources/actiontrail/decode.ts';

const NOW = new Date('2021-08-04T06:11:36Z');
const world = createWorld({ clock: () => NOW });

type Json = Readonly<Record<string, unknown>>;

function recorded(file: string): Json {
  const url = new URL(`../../../recordings/${file}.json`, import.meta.url);
  return (JSON.parse(readFileSync(url, 'utf8')) as { record: Json }).record;
}

/** The record of a write that always succeeds. */
function recordOf(
  product: Pick<Product, 'serviceName' | 'product' | 'versions'>,
  action: string,
  call: { key: Key; params?: Json; region?: string; references?: Record<string, string[]>; answer?: Json },
): Json {
  const { key, params = {}, region = 'cn-hangzhou', references = {}, answer = {} } = call;
  const operation = { rw: 'Write', run: () => answer, references: () => references } as const;
  const whole: Product = { ...product, style: 'RPC', callsPerSecond: 1, operations: { [action]: operation } };
  const version = product.versions[0] ?? '';
  const from = { sourceIp: '127.0.0.1', userAgent: 'sdk' };
  world.perform({ product: whole, version, action, operation, key, region, params, ...from });
  return { ...world.trail.records().at(-1) };
}

const slb = { serviceName: 'Slb', product: 'slb', versions: ['2014-05-15'] };
const ecs = { serviceName: 'Ecs', product: 'ecs', versions: ['2014-05-26'] };
/** Members that a real record of today has and these older or shortened recordings lack. */
const NEWER = ['eventRW', 'eventCategory', 'recipientAccountId', 'resourceType', 'resourceName'];

const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shapeOf(item)]));
};
const without = (record: Json, names: readonly string[]): Json =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

describe('the record of a call', () => {
  it('has the shape of the recorded DeleteLoadBalancer of root in the console', () => {
    const record = recordOf(slb, 'DeleteLoadBalancer', {
      key: world.actors.inConsole(world.actors.root()),
      params: { LoadBalancerId: 'lb-1' },
      references: { 'ACS::SLB::LoadBalancer': ['lb-1'] },
    });
    const { charset: _, AcceptLanguage: __, ...params } = record['requestParameters'] as Json;

    const real = recorded('slb-DeleteLoadBalancer-root-console');
    expect(shapeOf({ ...without(record, NEWER), requestParameters: params })).toEqual(shapeOf(real));
    expect(record).toMatchObject({ eventSource: real['eventSource'], eventVersion: 1, apiVersion: '2014-05-15' });
  });

  it('has the shape of the recorded StopInstance of root in the console, its boolean no text', () => {
    const record = recordOf(ecs, 'StopInstance', {
      key: world.actors.inConsole(world.actors.root()),
      params: { InstanceId: 'i-1', ForceStop: 'false' },
      region: 'cn-beijing',
      references: { 'ACS::ECS::Instance': ['i-1'] },
    });

    const real = recorded('ecs-StopInstance-root-console');
    expect(shapeOf(without(record, NEWER))).toEqual(shapeOf(real));
    expect(record).toMatchObject({ eventSource: real['eventSource'], acsRegion: 'cn-beijing' });
  });

  it('has the identity of the recorded call by the role of a service', () => {
    const record = recordOf(ecs, 'CreateNetworkInterface', {
      key: world.actors.terway(),
      params: { SecurityGroupId: 'sg-1', VSwitchId: 'vsw-1' },
      answer: { NetworkInterfaceId: 'eni-1' },
    });

    const real = recorded('ecs-CreateNetworkInterface-service-role');
    expect(shapeOf(record['userIdentity'])).toEqual(shapeOf(real['userIdentity']));
    expect(record).toMatchObject({
      userIdentity: { type: 'assumed-role', userName: expect.stringMatching(/^aliyuncsmanagednetworkrole:terway-/u) },
      requestParameters: { stsTokenPrincipalName: expect.stringMatching(/^aliyuncsmanagednetworkrole\/terway-/u) },
      responseElements: { RequestId: record['requestId'], NetworkInterfaceId: 'eni-1' },
    });
    expect((record['requestParameters'] as Json)['stsTokenPlayerUid']).not.toBe(world.accountId);
  });

  it('keeps ids and passwords as they were sent, and types small numbers of ECS', () => {
    const record = recordOf(ecs, 'ModifyInstanceAttribute', {
      key: world.actors.user('alice'),
      params: { InstanceId: 'i-1', 'SystemDisk.Size': '40', Password: '123456', OwnerId: '1234567890123456' },
    });

    expect(record['requestParameters']).toMatchObject({
      'SystemDisk.Size': 40,
      Password: '123456',
      OwnerId: '1234567890123456',
    });
  });

  it('joins resources of one type by commas and types by semicolons', () => {
    const references = { 'ACS::ECS::Instance': ['i-1', 'i-2'], 'ACS::ECS::SecurityGroup': ['sg-1'] };

    const record = recordOf(ecs, 'JoinSecurityGroup', { key: world.actors.root(), references });

    expect(record).toMatchObject({
      resourceType: 'ACS::ECS::Instance;ACS::ECS::SecurityGroup',
      resourceName: 'i-1,i-2;sg-1',
      referencedResources: references,
    });
  });

  it.each([
    { actor: 'root', key: world.actors.root(), expected: { type: 'root-account', name: 'root' } },
    { actor: 'a RAM user', key: world.actors.user('alice'), expected: { type: 'ram-user', name: 'alice' } },
    { actor: 'ACK', key: world.actors.ack(), expected: { type: 'assumed-role', name: 'aliyuncsdefaultrole' } },
    {
      actor: 'the cloud controller manager',
      key: world.actors.cloudController('c1'),
      expected: { type: 'assumed-role', name: 'aliyuncsmanagedkubernetesrole' },
    },
    {
      actor: 'a node',
      key: world.actors.instance('KubernetesWorkerRole-4f2a', 'i-9'),
      expected: { type: 'assumed-role', name: 'kubernetesworkerrole-4f2a', session: 'vm-ram-i-9' },
    },
  ])('is decoded by ackwatch as one by $actor', ({ key, expected }) => {
    const record = recordOf(slb, 'RemoveTags', { key });

    expect(decode(record, NOW)).toMatchObject([{ kind: 'event', event: { actor: expected, outcome: 'success' } }]);
  });
});
