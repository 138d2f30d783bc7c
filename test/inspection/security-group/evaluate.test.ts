import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, type Verdict } from '../../../shared/inspection/security-group/evaluate.ts';
import type { Flow, Permission } from '../../../shared/inspection/security-group/rules.ts';
import { aGroup, someLists } from '../../support/security-group.ts';
import { groups, lists, packet, PEERS } from './arbitraries.ts';
import { naivelyPasses, type Packet } from './naive.ts';

const dns: Flow = {
  direction: 'ingress',
  protocol: 'UDP',
  port: 53,
  peerCidr: '172.20.0.0/16',
  peerGroupIds: [],
  sourcePorts: '32768/60999',
};
const podsIn: Partial<Permission> = { SourceCidrIp: '172.20.0.0/16', Priority: 10 };

describe('evaluate', () => {
  it.each<[name: string, rules: readonly Partial<Permission>[], verdict: Verdict]>([
    ['nothing is said', [], 'drop'],
    ['the pods are let in', [podsIn], 'pass'],
    [
      'two rules let in one half each',
      [{ SourceCidrIp: '172.20.0.0/17' }, { SourceCidrIp: '172.20.128.0/17' }],
      'pass',
    ],
    ['only a part of the pods is let in', [{ SourceCidrIp: '172.20.0.0/17' }], 'drop'],
    ['one pod is shut out before', [podsIn, { Policy: 'Drop', SourceCidrIp: '172.20.3.4/32' }], 'drop'],
    ['a drop stands behind the accept', [podsIn, { Policy: 'Drop', Priority: 11 }], 'pass'],
    [
      'a drop stands beside the accept',
      [podsIn, { Policy: 'Drop', Priority: 10, SourceCidrIp: '172.0.0.0/8' }],
      'drop',
    ],
    ['TCP 53 is dropped', [podsIn, { Policy: 'Drop', IpProtocol: 'TCP', PortRange: '53/53' }], 'pass'],
    ['a range around UDP 53 is dropped', [podsIn, { Policy: 'Drop', IpProtocol: 'UDP', PortRange: '50/60' }], 'drop'],
    ['UDP from low ports is dropped', [podsIn, { Policy: 'Drop', SourcePortRange: '1/1023' }], 'pass'],
    ['IPv6 is dropped', [podsIn, { Policy: 'Drop', Ipv6SourceCidrIp: '::/0' }], 'pass'],
    ['a prefix list lets them in', [{ SourcePrefixListId: 'pl-pods' }], 'pass'],
    ['a port-range list lets them in', [{ PortRangeListId: 'prl-dns', IpProtocol: 'UDP' }], 'pass'],
    ['another port-range list does not', [{ PortRangeListId: 'prl-web', IpProtocol: 'UDP' }], 'drop'],
    ['a group that pods are not in is let in', [{ SourceGroupId: 'sg-9' }], 'drop'],
    ['an unread list drops before the accept', [podsIn, { Policy: 'Drop', SourcePrefixListId: 'pl-gone' }], 'unknown'],
    ['an unread list drops behind it', [podsIn, { Policy: 'Drop', Priority: 20, SourcePrefixListId: 'gone' }], 'pass'],
    ['an unread list accepts before it', [podsIn, { SourcePrefixListId: 'pl-gone' }], 'pass'],
    ['unread ports accept, nothing else does', [{ PortRangeListId: 'prl-gone' }], 'unknown'],
    ['the rule is no CIDR', [{ SourceCidrIp: 'everywhere' }], 'unknown'],
    ['the rule is for other addresses of the node', [{ ...podsIn, DestCidrIp: '10.0.0.1/32' }], 'unknown'],
  ])('when %s', (_, rules, verdict) => {
    const known = someLists({ 'pl-pods': ['172.16.0.0/12'] }, { 'prl-dns': ['53/53', '80/80'], 'prl-web': ['80/80'] });

    expect(evaluate([aGroup(rules)], dns, known)).toBe(verdict);
  });

  it('sorts the rules of several groups as one list', () => {
    const open = aGroup([podsIn]);
    const closed = aGroup([{ Policy: 'Drop', Priority: 9 }], { SecurityGroupId: 'sg-2' });

    expect(evaluate([open, closed], dns, someLists())).toBe('drop');
    expect(evaluate([open, aGroup()], dns, someLists())).toBe('pass');
  });

  it('lets members of a basic group reach each other before any rule', () => {
    const group = aGroup([{ Policy: 'Drop' }], { InnerAccessPolicy: 'Accept' });

    expect(evaluate([group], { ...dns, peerGroupIds: ['sg-1'] }, someLists())).toBe('pass');
    expect(evaluate([group], { ...dns, peerGroupIds: [] }, someLists())).toBe('drop');
    expect(
      evaluate([{ ...group, SecurityGroupType: 'enterprise' }], { ...dns, peerGroupIds: ['sg-1'] }, someLists()),
    ).toBe('drop');
  });

  it('says unknown where nobody knows the peer’s groups and they matter', () => {
    const { peerGroupIds: _, ...flow } = dns;

    expect(evaluate([aGroup([], { InnerAccessPolicy: 'Accept' })], flow, someLists())).toBe('unknown');
    expect(evaluate([aGroup([podsIn], { InnerAccessPolicy: 'Accept' })], flow, someLists())).toBe('pass');
  });

  it('knows what each kind of group lets out by itself', () => {
    const out: Flow = { ...dns, direction: 'egress' };
    const enterprise = aGroup([], { SecurityGroupType: 'enterprise' });

    expect(evaluate([aGroup()], out, someLists())).toBe('pass');
    expect(evaluate([enterprise], out, someLists())).toBe('drop');
    expect(evaluate([aGroup(), enterprise], out, someLists())).toBe('unknown');
  });

  it.each<[string, Partial<Flow>]>([
    ['a peer that is no block of addresses', { peerCidr: 'pods' }],
    ['ports that are no range', { sourcePorts: 'high' }],
    ['addresses of two families', { localCidr: 'fd00::1' }],
  ])('says unknown to %s', (_, flow) => {
    expect(evaluate([aGroup([podsIn])], { ...dns, ...flow }, someLists())).toBe('unknown');
  });

  it('says unknown where there is no group at all', () => {
    expect(evaluate([], dns, someLists())).toBe('unknown');
  });

  it('says of every single packet what a packet-by-packet reading of the rules says', () => {
    fc.assert(
      fc.property(groups, packet, (some, one) => {
        expect(evaluate(some, flowOf(one), lists)).toBe(naivelyPasses(some, one, lists) ? 'pass' : 'drop');
      }),
      { numRuns: 2_000 },
    );
  });

  it('passes a block exactly when every address in it passes', () => {
    fc.assert(
      fc.property(groups, packet, fc.integer({ min: 30, max: 32 }), (some, one, length) => {
        const block = { ...one, peer: '10.0.0.0' };
        const inside = PEERS.ipv4.slice(0, 2 ** (32 - length));
        const passes = inside.every((peer) => naivelyPasses(some, { ...block, peer, local: '7.7.7.7' }, lists));
        const flow = { ...flowOf(block), localCidr: '7.7.7.7', peerCidr: `10.0.0.0/${length}` };

        expect(evaluate(some, flow, lists)).toBe(passes ? 'pass' : 'drop');
      }),
      { numRuns: 1_000 },
    );
  });

  it('is never surer than the lists allow: whatever an unread one holds, a pass passes and a drop drops', () => {
    const unread = someLists({ 'pl-b': [] }, { 'prl-b': [] });

    fc.assert(
      fc.property(groups, packet, (some, one) => {
        const truth = naivelyPasses(some, one, lists) ? 'pass' : 'drop';

        expect([truth, 'unknown']).toContain(evaluate(some, flowOf(one), unread));
      }),
      { numRuns: 1_000 },
    );
  });
});

function flowOf({ direction, protocol, port, sourcePort, local, peer, peerGroupIds }: Packet): Flow {
  return {
    direction,
    protocol,
    port,
    sourcePorts: `${sourcePort}/${sourcePort}`,
    localCidr: local,
    peerCidr: peer,
    peerGroupIds,
  };
}
