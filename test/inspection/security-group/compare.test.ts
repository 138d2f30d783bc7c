import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRules } from '../../../shared/inspection/security-group/compare.ts';
import type { Permission, SecurityGroupRules } from '../../../shared/inspection/security-group/rules.ts';
import { aGroup, someLists } from '../../support/security-group.ts';
import { allPackets, groups, lists } from './arbitraries.ts';
import { naivelyPasses } from './naive.ts';

type Rules = readonly Partial<Permission>[];

describe('compareRules', () => {
  it.each<[name: string, before: Rules, after: Rules, widened: boolean, narrowed: boolean]>([
    ['nothing changed', [{}], [{}], false, false],
    ['a rule was added that lets in more', [], [{ IpProtocol: 'TCP', PortRange: '22/22' }], true, false],
    ['a rule was added that lets in no more', [{}], [{}, { IpProtocol: 'TCP', PortRange: '22/22' }], false, false],
    ['a rule was removed', [{}], [], false, true],
    ['a drop was added behind the accept', [{}], [{}, { Policy: 'Drop', Priority: 2 }], false, false],
    ['a drop was added before it', [{ Priority: 2 }], [{ Priority: 2 }, { Policy: 'Drop' }], false, true],
    [
      'two halves took the place of a whole',
      [{ SourceCidrIp: '10.0.0.0/8' }],
      [{ SourceCidrIp: '10.0.0.0/9' }, { SourceCidrIp: '10.128.0.0/9' }],
      false,
      false,
    ],
    [
      'a block moved',
      [{ SourceCidrIp: '10.0.0.0/9' }],
      [{ SourceCidrIp: '10.64.0.0/10' }, { SourceCidrIp: '11.0.0.0/32' }],
      true,
      true,
    ],
    [
      'all ports are written in another way',
      [{ IpProtocol: 'TCP' }],
      [{ IpProtocol: 'TCP', PortRange: '1/65535' }],
      false,
      false,
    ],
    [
      'all protocols became the five that have a name',
      [{}],
      (['TCP', 'UDP', 'ICMP', 'ICMPv6', 'GRE'] as const).map((IpProtocol) => ({ IpProtocol })),
      false,
      true,
    ],
    ['egress is forbidden', [], [{ Direction: 'egress', Policy: 'Drop' }], false, true],
    [
      'the source ports were narrowed',
      [{ IpProtocol: 'UDP' }],
      [{ IpProtocol: 'UDP', SourcePortRange: '1024/65535' }],
      false,
      true,
    ],
    ['the own addresses were named in full', [{}], [{ DestCidrIp: '0.0.0.0/0' }], false, false],
    [
      'an unread list is as unread as before',
      [{ SourcePrefixListId: 'pl-gone' }],
      [{ SourcePrefixListId: 'pl-gone' }],
      false,
      false,
    ],
    ['an unread list lets in somebody', [], [{ SourcePrefixListId: 'pl-gone' }], true, false],
    ['a list is of empty effect', [], [{ SourcePrefixListId: 'pl-b' }], false, false],
  ])('when %s', (_, before, after, widened, narrowed) => {
    expect(compareRules([aGroup(before)], [aGroup(after)], lists)).toEqual({ widened, narrowed });
  });

  it('sees that members no longer reach each other', () => {
    const open = aGroup([], { InnerAccessPolicy: 'Accept' });

    expect(compareRules([open], [aGroup()], lists)).toEqual({ widened: false, narrowed: true });
  });

  it('sees that a list has grown while no rule changed', () => {
    const group = aGroup([{ SourcePrefixListId: 'pl' }]);
    const before = someLists({ pl: ['10.0.0.0/8'] });
    const after = someLists({ pl: ['10.0.0.0/8', '0.0.0.0/0'] });

    expect(compareRules([group], [group], after, before)).toEqual({ widened: true, narrowed: false });
  });

  it('rules nothing out where a node has no group', () => {
    expect(compareRules([aGroup()], [], lists)).toEqual({ widened: true, narrowed: true });
  });

  it('agrees with trying every packet of a small world', () => {
    const packets = allPackets();

    fc.assert(
      fc.property(groups, groups, fc.boolean(), (before, other, isMixed) => {
        const after = isMixed ? other : mutated(before, other);
        const pairs = packets.map(
          (one) => [naivelyPasses(before, one, lists), naivelyPasses(after, one, lists)] as const,
        );

        expect(compareRules(before, after, lists)).toEqual({
          widened: pairs.some(([passed, passes]) => passes && !passed),
          narrowed: pairs.some(([passed, passes]) => passed && !passes),
        });
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('compares two groups of 200 rules within a moment', () => {
    const rules = (seed: number): Rules =>
      Array.from({ length: 200 }, (_, index) => ({
        Priority: 1 + ((index * 7 + seed) % 100),
        Policy: index % 3 === 0 ? 'Drop' : 'Accept',
        IpProtocol: index % 2 === 0 ? 'TCP' : 'UDP',
        PortRange: `${1 + index * 50}/${30_000 - index * 20}`,
        ...(index % 10 === 0
          ? { SourceGroupId: `sg-${index}` }
          : { SourceCidrIp: `10.${index}.0.0/${8 + (index % 20)}` }),
      }));
    const [before, after] = [[aGroup(rules(0))], [aGroup(rules(0).toReversed())]] as const;
    const started = performance.now();

    const reach = compareRules(before, after, lists);

    expect(reach).toEqual({ widened: false, narrowed: false });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('gives up on rules made to keep it busy, and rules nothing out', () => {
    const rules = Array.from({ length: 200 }, (_, index): Partial<Permission> => ({
      IpProtocol: 'TCP',
      PortRange: `${1 + index}/${20_000 + index}`,
      SourcePortRange: `${1 + index}/${30_000 + index}`,
      DestCidrIp: `10.0.0.${index}/32`,
      SourceCidrIp: `10.1.${index}.0/24`,
    }));
    const started = performance.now();

    const reach = compareRules([aGroup(rules)], [aGroup(rules.toReversed())], lists);

    expect(reach).toEqual({ widened: true, narrowed: true });
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

/** The same groups with some of the other's rules instead of some of theirs, as a real change leaves them. */
function mutated(
  before: readonly SecurityGroupRules[],
  other: readonly SecurityGroupRules[],
): readonly SecurityGroupRules[] {
  return before.map((group, index) => ({
    ...group,
    Permissions: [...group.Permissions.slice(1), ...(other[index]?.Permissions.slice(0, 1) ?? [])],
  }));
}
