import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { same } from '../../shared/inspection/content.ts';
import { allReaders } from '../../shared/inspection/readers.ts';
import { LISTENER_FIELDS } from '../../shared/inspection/readers/slb-listener-fields.ts';
import type { Json } from '../../shared/model/change.ts';
import type { ResourceKind } from '../../shared/model/resource.ts';
import { aCall } from './a-call.ts';

const READERS = await allReaders();
const readerOf = (kind: string, aspect: string) =>
  READERS.find((reader) => reader.kind === kind && reader.aspect === aspect);

const WORDS = ['on', 'off', 'wrr', 'white', 'tcp'];
const SERVERS = [
  { ServerId: 'i-1', Port: 80, Weight: 100, Type: 'ecs' },
  { ServerId: 'eni-1', Port: 80, Weight: 50, Type: 'eni', ServerIp: '10.0.0.9' },
];

describe('what a call asks for', () => {
  it('is the state before when it names the values of a listener, in whatever spelling', () => {
    const listener = fc.record(
      Object.fromEntries(Object.entries(LISTENER_FIELDS.tcp).map(([name, type]) => [name, valueOf(type)])),
      { requiredKeys: [] },
    );
    const spelling = fc.record({ upper: fc.boolean(), asText: fc.boolean(), loud: fc.boolean() });

    fc.assert(
      fc.property(listener, spelling, (state, how) => {
        // Only what counts is ever read: see `idleIn`.
        const before = { ...state, AclStatus: 'on', ConnectionDrain: 'on' };
        const params = Object.entries(before).map(([name, value]) => [
          how.upper ? name.toUpperCase() : name,
          spelled(value, LISTENER_FIELDS.tcp[name] ?? 'text', how),
        ]);

        const asked = predict(
          'slb.listener',
          'Slb:SetLoadBalancerTCPListenerAttribute',
          Object.fromEntries(params),
          before,
        );

        expect(asked).toEqual(before);
      }),
    );
  });

  it('is another state as soon as one value differs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (had, wished) => {
        const asked = predict(
          'slb.listener',
          'Slb:SetLoadBalancerTCPListenerAttribute',
          { Bandwidth: String(wished) },
          { Bandwidth: had },
        );

        expect(same(asked ?? null, { Bandwidth: had })).toBe(had === wished);
      }),
    );
  });

  it.each([
    ['JSON text', { BackendServers: JSON.stringify(SERVERS) }],
    ['a list', { BackendServers: SERVERS }],
    ['numbered keys', { 'BackendServers.1.ServerId': 'i-1', 'BackendServers.1.Port': '80' }],
    ['texts for numbers', { backendservers: '[{"ServerId":"i-1","Port":"80","Weight":"100","Type":"ECS"}]' }],
  ])('adds no backend that is there already, written as %s', (_, params) => {
    const before = { VServerGroupName: 'g', BackendServers: SERVERS };

    expect(predict('slb.vserver-group', 'Slb:AddVServerGroupBackendServers', params, before)).toEqual(before);
  });

  it('tells two addresses of one network interface apart', () => {
    const [, pod] = SERVERS;
    const before = { BackendServers: [pod ?? {}, { ...pod, ServerIp: '10.0.0.10' }] };
    const params = { BackendServers: '[{"ServerId":"eni-1","Port":80,"ServerIp":"10.0.0.10"}]' };

    expect(predict('slb.vserver-group', 'Slb:RemoveVServerGroupBackendServers', params, before)).toEqual({
      BackendServers: [pod],
    });
  });

  it.each([
    ['slb.vserver-group', 'Slb:RemoveVServerGroupBackendServers', { BackendServers: 'not JSON' }],
    ['slb.vserver-group', 'Slb:AddVServerGroupBackendServers', {}],
    ['slb.acl', 'Slb:AddAccessControlListEntry', { AclEntrys: '10.0.0.0/8' }],
    ['slb.load-balancer', 'Slb:TagResources', { Tag: 'x' }],
    ['slb.load-balancer', 'Slb:CreateDomainExtension', { Domain: 'x' }],
    ['ecs.security-group', 'Ecs:RevokeSecurityGroup', { SecurityGroupRuleId: 'sgr-unknown' }],
    ['ecs.network-interface', 'Ecs:AssignPrivateIpAddresses', { SecondaryPrivateIpAddressCount: 1 }],
    ['ecs.instance', 'Ecs:ModifyInstanceAttribute', { UserData: 'x' }],
    ['ess.scaling-group', 'Ess:ApplyScalingGroup', { Content: '{}' }],
  ] as const)('cannot be told of %s by %s %j', (kind, operation, params) => {
    const aspect =
      kind === 'ecs.security-group'
        ? 'rules'
        : operation.endsWith('TagResources')
          ? 'tags'
          : operation.includes('PrivateIp')
            ? 'addresses'
            : 'configuration';

    expect(predict(kind, operation, params, { BackendServers: [], Permissions: [] }, aspect)).toBeUndefined();
  });

  it.each([
    ['Slb:TagResources', { 'Tag.1.Key': 'a', 'Tag.1.Value': '2' }, { a: '2', b: '1' }],
    ['Slb:AddTags', { Tags: '[{"TagKey":"c","TagValue":"3"}]' }, { a: '1', b: '1', c: '3' }],
    ['Tag:TagResources', { Tags: '{"a":"x"}' }, { a: 'x', b: '1' }],
    ['Slb:UntagResources', { 'TagKey.1': 'a' }, { b: '1' }],
    ['Slb:UntagResources', { All: 'true' }, {}],
    ['Slb:RemoveTags', { Tags: '[{"TagKey":"b","TagValue":"1"}]' }, { a: '1' }],
    ['Tag:UntagResources', { TagKey: ['a', 'b'] }, {}],
  ] as const)('of tags by %s %j is told', (operation, params, expected) => {
    expect(predict('slb.load-balancer', operation, params, { a: '1', b: '1' }, 'tags')).toEqual(expected);
  });

  it.each([
    ['with seconds', { AutoReleaseTime: '2026-12-01T00:00:30Z' }],
    ['without', { AutoReleaseTime: '2026-12-01T00:00Z' }],
    ['in another zone', { AutoReleaseTime: '2026-12-01T08:00:00+08:00' }],
  ])('takes a release time %s for the same', (_, params) => {
    const before = { AutoReleaseTime: '2026-12-01T00:00Z' };

    expect(predict('ecs.instance', 'Ecs:ModifyInstanceAutoReleaseTime', params, before)).toEqual(before);
  });

  it('is no planned release any more when the call names no time', () => {
    const before = { Status: 'Running', AutoReleaseTime: '2026-12-01T00:00Z' };

    expect(predict('ecs.instance', 'Ecs:ModifyInstanceAutoReleaseTime', { InstanceId: 'i-1' }, before)).toEqual({
      Status: 'Running',
    });
  });
});

function predict(
  kind: ResourceKind,
  operation: `${string}:${string}`,
  params: Record<string, unknown>,
  before: Json,
  aspect = 'configuration',
): Json | undefined {
  return readerOf(kind, aspect)?.predict?.(aCall(operation, params), 'x-1', before);
}

function valueOf(type: string): fc.Arbitrary<string | number> {
  if (type === 'number') return fc.integer({ min: -1, max: 65_535 });
  return type === 'word' ? fc.constantFrom(...WORDS) : fc.stringMatching(/^[a-z][a-z0-9 -]{0,9}[a-z]$/u);
}

function spelled(value: unknown, type: string, how: { asText: boolean; loud: boolean }): unknown {
  if (type === 'number') return how.asText ? String(value) : value;
  return type === 'word' && how.loud ? String(value).toUpperCase() : value;
}
