import { describe, expect, it } from 'vitest';
import { type Ask, refusalOf } from './ask.ts';
import { at, ecsWithNode } from './ecs-account.ts';

describe('the rules of a security group', () => {
  const G = { SecurityGroupId: 'sg-1' };
  const rules = (ask: Ask, Direction = 'all') =>
    at(ask('DescribeSecurityGroupAttribute', { ...G, Direction }), 'Permissions.Permission') as Record<
      string,
      string
    >[];
  const flat = {
    ...G,
    IpProtocol: 'udp',
    PortRange: '53/53',
    SourceCidrIp: '172.16.0.0/12',
    Policy: 'drop',
    Priority: '5',
    Description: 'dns',
  };

  it.each([
    ['flat parameters', flat],
    [
      'Permissions.N',
      {
        ...G,
        Permissions: [
          {
            IpProtocol: 'UDP',
            PortRange: '53/53',
            SourceCidrIp: '172.16.0.0/12',
            Policy: 'Drop',
            Priority: '5',
            Description: 'dns',
          },
        ],
      },
    ],
  ])('are added and taken away in %s', (_, said) => {
    const { ask } = ecsWithNode();

    ask('AuthorizeSecurityGroup', said);
    ask('AuthorizeSecurityGroup', said);

    expect(rules(ask)).toHaveLength(2);
    expect(rules(ask)[1]).toMatchObject({
      Direction: 'ingress',
      IpProtocol: 'UDP',
      Policy: 'Drop',
      Priority: '5',
      Description: 'dns',
      CreateTime: '2026-03-01T08:00:00Z',
    });
    ask('RevokeSecurityGroup', said);
    expect(rules(ask).map((rule) => rule['SecurityGroupRuleId'])).toEqual(['sgr-1']);
  });

  it('are taken away and put back by id and by what they say', () => {
    const { ask } = ecsWithNode();
    const { SecurityGroupRuleId: _, CreateTime: __, Direction: ___, ...said } = rules(ask)[0] ?? {};
    const filled = Object.fromEntries(
      Object.entries(said).filter(([name, value]) => value !== '' && !name.endsWith('Name')),
    );

    ask('RevokeSecurityGroup', { ...G, SecurityGroupRuleId: ['sgr-1'] });
    expect(rules(ask)).toEqual([]);
    ask('AuthorizeSecurityGroup', { ...G, Permissions: [filled] });

    expect(rules(ask)[0]).toMatchObject(said);
  });

  it('are changed by id in every field, and listed by direction', () => {
    const { ask } = ecsWithNode();
    ask('AuthorizeSecurityGroupEgress', { ...G, IpProtocol: 'all', PortRange: '-1/-1', DestCidrIp: '0.0.0.0/0' });

    ask('ModifySecurityGroupRule', {
      ...G,
      SecurityGroupRuleId: 'sgr-1',
      PortRange: '1/65535',
      SourceGroupId: 'sg-2',
      Policy: 'drop',
      Priority: 100,
    });

    expect(rules(ask, 'ingress')).toMatchObject([
      {
        PortRange: '1/65535',
        SourceGroupId: 'sg-2',
        SourceGroupName: 'sg-2',
        SourceCidrIp: '',
        Policy: 'Drop',
        Priority: '100',
      },
    ]);
    expect(rules(ask, 'egress')).toMatchObject([{ Direction: 'egress', DestCidrIp: '0.0.0.0/0', IpProtocol: 'ALL' }]);
  });

  it('are exchanged in one call of 2016-03-14', () => {
    const { ask } = ecsWithNode();

    ask('ConfigureSecurityGroupPermissions', {
      ...G,
      RevokePermission: [{ IpProtocol: 'tcp', PortRange: '22/22', SourceCidrIp: '10.0.0.0/8' }],
      AuthorizePermission: [{ IpProtocol: 'tcp', PortRange: '80/80', DestCidrIp: '10.0.0.0/8' }],
    });

    expect(rules(ask)).toMatchObject([{ Direction: 'egress', PortRange: '80/80' }]);
  });

  it('come in pages', () => {
    const { ask } = ecsWithNode();
    ask('AuthorizeSecurityGroup', flat);

    const first = ask('DescribeSecurityGroupAttribute', { ...G, MaxResults: 1 });
    const second = ask('DescribeSecurityGroupAttribute', { ...G, MaxResults: 1, NextToken: first['NextToken'] });

    expect([at(first, 'Permissions.Permission.0.PortRange'), at(second, 'Permissions.Permission.0.PortRange')]).toEqual(
      ['22/22', '53/53'],
    );
    expect(second['NextToken']).toBe('');
  });

  it('may refer to lists, which then cannot be deleted', () => {
    const { ask } = ecsWithNode();
    const { PrefixListId } = ask('CreatePrefixList', {
      PrefixListName: 'p',
      AddressFamily: 'IPv4',
      MaxEntries: 2,
      Entry: [{ Cidr: '10.1.0.0/16' }],
    });
    const { PortRangeListId } = ask('CreatePortRangeList', {
      PortRangeListName: 'q',
      MaxEntries: 2,
      Entry: [{ PortRange: '80/90' }],
    });
    ask('AuthorizeSecurityGroup', {
      ...G,
      Permissions: [{ IpProtocol: 'TCP', PortRangeListId, SourcePrefixListId: PrefixListId }],
    });

    expect(refusalOf(() => ask('DeletePrefixList', { PrefixListId }))).toBe('403 DependencyViolation.PrefixListInUse');
    ask('ModifyPrefixList', {
      PrefixListId,
      AddEntry: [{ Cidr: '10.2.0.0/16', Description: 'b' }],
      RemoveEntry: [{ Cidr: '10.1.0.0/16' }],
    });
    ask('ModifyPortRangeList', { PortRangeListId, AddEntry: [{ PortRange: '1/2' }] });

    expect(ask('DescribePrefixListAttributes', { PrefixListId })).toMatchObject({
      Entries: { Entry: [{ Cidr: '10.2.0.0/16', Description: 'b' }] },
    });
    expect(ask('DescribePortRangeListEntries', { PortRangeListId })).toMatchObject({
      Entries: [{ PortRange: '80/90' }, { PortRange: '1/2' }],
    });
    expect(rules(ask)[1]).toMatchObject({ SourcePrefixListName: 'p', PortRangeListName: 'q', PortRange: '' });
    expect(ask('DescribePrefixLists', {})).toMatchObject({
      PrefixLists: { PrefixList: [{ PrefixListId, AssociationCount: 1 }] },
    });
  });
});
