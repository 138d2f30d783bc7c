import { describe, expect, it } from 'vitest';
import { consequencesOf, type GroupChange } from '../../../shared/inspection/security-group/consequences.ts';
import { aGroup, someLists } from '../../support/security-group.ts';

const open = [
  aGroup([
    { SourceCidrIp: '172.20.0.0/16', Priority: 10 },
    { SourceCidrIp: '192.168.0.0/16', Priority: 10 },
  ]),
];
const change: GroupChange = {
  role: 'node-security-group',
  before: open,
  after: open,
  podCidrs: ['172.20.0.0/16'],
  lists: someLists(),
};

describe('consequencesOf', () => {
  it('says nothing of a change that cuts nothing', () => {
    const after = [aGroup([{}, { IpProtocol: 'TCP', Policy: 'Drop', PortRange: '53/53' }])];

    expect(consequencesOf({ ...change, after })).toEqual([]);
  });

  it.each([
    ['the rule for the pods is gone', [aGroup()]],
    ['UDP 53 is dropped before it', [aGroup([{}, { IpProtocol: 'UDP', Policy: 'Drop', PortRange: '53/53' }])]],
    ['part of the pods is shut out', [aGroup([{}, { Policy: 'Drop', SourceCidrIp: '172.20.255.0/24' }])]],
    ['nodes may no longer ask the pods', [aGroup([{}, { Direction: 'egress', Policy: 'Drop', IpProtocol: 'UDP' }])]],
    [
      'the node moved to a group that knows no pods',
      [aGroup([{ SourceCidrIp: '10.0.0.0/8' }], { SecurityGroupId: 'sg-2' })],
    ],
  ])('finds DNS cut when %s', (_, after) => {
    expect(consequencesOf({ ...change, after })).toEqual(['dns-cut']);
    expect(consequencesOf({ ...change, role: 'node', after })).toEqual(['dns-cut']);
  });

  it('does not blame a change for what was cut before it', () => {
    expect(consequencesOf({ ...change, before: [aGroup()], after: [aGroup([{ Policy: 'Drop' }])] })).toEqual([]);
  });

  it('finds DNS cut where nothing is known of the time before', () => {
    const { before: _, ...unknownBefore } = change;

    expect(consequencesOf({ ...unknownBefore, after: [aGroup()] })).toEqual(['dns-cut']);
  });

  it('leaves pods alone that are in the node’s own group', () => {
    const inner = [aGroup([], { InnerAccessPolicy: 'Accept' })];

    expect(consequencesOf({ ...change, after: inner, podGroupIds: ['sg-1'] })).toEqual([]);
    expect(consequencesOf({ ...change, after: [aGroup()], podGroupIds: ['sg-1'] })).toEqual(['dns-cut']);
  });

  it('finds the API server cut for nodes whose group lets its members reach each other', () => {
    const apart = { InnerAccessPolicy: 'Accept' } as const;
    const after = [
      aGroup([{}, { Direction: 'egress', Policy: 'Drop', IpProtocol: 'TCP', PortRange: '6443/6443' }], apart),
    ];
    const asked = { ...change, podCidrs: [], apiServerCidrs: ['10.0.0.9/32'] };

    expect(consequencesOf({ ...asked, before: [aGroup([{}], apart)], after })).toEqual(['api-server-cut']);
  });

  it('claims nothing where an unread list may still let the pods in', () => {
    expect(consequencesOf({ ...change, after: [aGroup([{ SourcePrefixListId: 'pl-gone' }])] })).toEqual([]);
  });

  it('sees a prefix list emptied while the rule stayed', () => {
    const groups = [aGroup([{ SourcePrefixListId: 'pl' }])];
    const listsBefore = someLists({ pl: ['172.20.0.0/16'] });

    expect(
      consequencesOf({ ...change, before: groups, after: groups, lists: someLists({ pl: [] }), listsBefore }),
    ).toEqual(['dns-cut']);
  });

  it('finds the API server cut off from nodes and, on masters, nodes from it', () => {
    const noWayOut = [
      aGroup([{}, { Direction: 'egress', Policy: 'Drop', IpProtocol: 'TCP', DestCidrIp: '192.168.1.0/24' }]),
    ];
    const noWayIn = [aGroup([{ SourceCidrIp: '172.20.0.0/16' }])];

    expect(consequencesOf({ ...change, after: noWayOut, apiServerCidrs: ['192.168.1.10'] })).toEqual([
      'api-server-cut',
    ]);
    expect(consequencesOf({ ...change, after: noWayOut })).toEqual([]);
    expect(
      consequencesOf({ ...change, role: 'master-security-group', after: noWayIn, nodeCidrs: ['192.168.0.0/24'] }),
    ).toEqual(['api-server-cut']);
  });

  it('has nothing to say of other roles', () => {
    expect(consequencesOf({ ...change, role: 'pod-eni', after: [aGroup()] })).toEqual([]);
  });
});
