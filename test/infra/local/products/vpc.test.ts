import { describe, expect, it } from 'vitest';
import { refusalOf } from './ask.ts';
import { SNAT, TABLE, vpcWithNodes } from './vpc-account.ts';

describe('routes', () => {
  it('are listed as the SDK reads them', () => {
    const { ask } = vpcWithNodes();

    expect(ask('DescribeRouteEntryList', TABLE)).toMatchObject({
      RouteEntrys: {
        RouteEntry: [
          {
            RouteEntryId: 'rte-1',
            RouteTableId: 'vtb-1',
            DestinationCidrBlock: '172.20.1.0/24',
            Type: 'Custom',
            NextHops: { NextHop: [{ NextHopId: 'i-1', NextHopType: 'Instance' }] },
          },
        ],
      },
      NextToken: '',
      TotalCount: 1,
    });
  });

  it('are created once, edited and deleted by id or by destination', () => {
    const { ask, vpc } = vpcWithNodes();
    const route = { ...TABLE, DestinationCidrBlock: '172.20.2.0/24', NextHopId: 'i-2' };

    const { RouteEntryId } = ask('CreateRouteEntry', route);
    ask('ModifyRouteEntry', { ...TABLE, RouteEntryId, NewNextHopId: 'i-3', NewNextHopType: 'Instance' });

    expect(vpc.routeEntries.get(String(RouteEntryId))?.NextHops).toEqual([
      { NextHopId: 'i-3', NextHopType: 'Instance' },
    ]);
    expect(refusalOf(() => ask('CreateRouteEntry', route))).toBe('400 RouterEntryConflict.Duplicated');
    ask('DeleteRouteEntry', { RouteEntryId });
    ask('DeleteRouteEntry', { ...TABLE, DestinationCidrBlock: '172.20.1.0/24', NextHopId: 'i-1' });
    expect(vpc.routeEntries.size).toBe(0);
    expect(refusalOf(() => ask('DeleteRouteEntry', { RouteEntryId }))).toBe('404 InvalidRouteEntry.NotFound');
  });

  it('are created and deleted many at a time', () => {
    const { ask, vpc } = vpcWithNodes();
    const RouteEntries = [{ ...TABLE, DstCidrBlock: '172.20.9.0/24', NextHop: 'i-9', NextHopType: 'Instance' }];

    expect(ask('CreateRouteEntries', { RouteEntries })).toMatchObject({ SuccessCount: 1 });
    ask('DeleteRouteEntries', { RouteEntries });

    expect([...vpc.routeEntries.keys()]).toEqual(['rte-1']);
  });
});

describe('vSwitches', () => {
  it('are listed by VPC, with the table that is in force', () => {
    const { ask } = vpcWithNodes();
    ask('AssociateRouteTable', { VSwitchId: 'vsw-2', RouteTableId: 'vtb-2' });

    const { VSwitches, TotalCount } = ask('DescribeVSwitches', { VpcId: 'vpc-1', PageSize: 50 });

    expect(TotalCount).toBe(2);
    expect(VSwitches).toMatchObject({
      VSwitch: [
        { VSwitchId: 'vsw-1', NetworkAclId: 'nacl-1', RouteTable: { RouteTableId: 'vtb-1', RouteTableType: 'System' } },
        { VSwitchId: 'vsw-2', NetworkAclId: '', RouteTable: { RouteTableId: 'vtb-2', RouteTableType: 'Custom' } },
      ],
    });
  });

  it('go back to the table of the VPC', () => {
    const { ask, vpc } = vpcWithNodes();
    const both = { VSwitchId: 'vsw-2', RouteTableId: 'vtb-2' };

    ask('AssociateRouteTable', both);
    expect(refusalOf(() => ask('DeleteRouteTable', both))).toBe('400 DependencyViolation.VSwitch');
    ask('UnassociateRouteTable', both);

    expect(vpc.vSwitches.get('vsw-2')?.RouteTableId).toBe('vtb-1');
    ask('DeleteRouteTable', both);
    expect(vpc.routeTables.has('vtb-2')).toBe(false);
  });
});

describe('network ACLs', () => {
  it('tell their entries in order and the vSwitches that they guard', () => {
    const { ask } = vpcWithNodes();

    expect(ask('DescribeNetworkAclAttributes', { NetworkAclId: 'nacl-1' })).toMatchObject({
      NetworkAclAttribute: {
        IngressAclEntries: {
          IngressAclEntry: [
            { SourceCidrIp: '10.0.0.0/8', Policy: 'accept', EntryType: 'custom' },
            { SourceCidrIp: '0.0.0.0/0', Policy: 'drop' },
          ],
        },
        EgressAclEntries: { EgressAclEntry: [] },
        Resources: { Resource: [{ ResourceId: 'vsw-1', ResourceType: 'VSwitch' }] },
      },
    });
  });

  it('are bound, unbound, rewritten one direction at a time, and not deleted while bound', () => {
    const { ask, vpc } = vpcWithNodes();
    const acl = { NetworkAclId: 'nacl-1' };

    ask('AssociateNetworkAcl', { ...acl, Resource: [{ ResourceId: 'vsw-2', ResourceType: 'VSwitch' }] });
    ask('UpdateNetworkAclEntries', {
      ...acl,
      UpdateEgressAclEntries: true,
      EgressAclEntries: [{ DestinationCidrIp: '0.0.0.0/0', Policy: 'drop', Protocol: 'udp', Port: '53/53' }],
    });

    expect(vpc.vSwitches.get('vsw-2')?.NetworkAclId).toBe('nacl-1');
    expect(vpc.networkAcls.get('nacl-1')?.IngressAclEntries).toHaveLength(2);
    expect(vpc.networkAcls.get('nacl-1')?.EgressAclEntries).toMatchObject([{ Cidr: '0.0.0.0/0', Port: '53/53' }]);
    expect(refusalOf(() => ask('DeleteNetworkAcl', acl))).toBe('400 DependencyViolation.VSwitch');
  });
});

describe('the way out', () => {
  it('is a NAT gateway that names its SNAT table, guarded against deletion', () => {
    const { ask, vpc } = vpcWithNodes();
    const nat = { NatGatewayId: 'ngw-1' };

    ask('DeletionProtection', { InstanceId: 'ngw-1', Type: 'NATGW', ProtectionEnable: true });

    expect(ask('DescribeNatGateways', nat)).toMatchObject({
      NatGateways: { NatGateway: [{ DeletionProtection: true, SnatTableIds: { SnatTableId: ['stb-1'] } }] },
      TotalCount: 1,
    });
    expect(refusalOf(() => ask('DeleteNatGateway', nat))).toBe('400 OperationFailed.DeletionProtection');
    ask('DeletionProtection', { InstanceId: 'ngw-1', Type: 'NATGW', ProtectionEnable: false });
    expect(refusalOf(() => ask('DeleteNatGateway', nat))).toBe('400 DependencyViolation.SnatEntry');
    ask('DeleteNatGateway', { ...nat, Force: true });
    expect(vpc.snatEntries.size).toBe(0);
  });

  it('has an address for each source', () => {
    const { ask, vpc } = vpcWithNodes();

    ask('ModifySnatEntry', { ...SNAT, SnatEntryId: 'snat-1', SnatIp: '203.0.113.2' });
    ask('CreateSnatEntry', { ...SNAT, SourceVSwitchId: 'vsw-2', SnatIp: '203.0.113.1' });

    expect(ask('DescribeSnatTableEntries', SNAT)).toMatchObject({
      SnatTableEntries: {
        SnatTableEntry: [{ SnatIp: '203.0.113.2' }, { SourceCIDR: '10.0.1.0/24', SourceVSwitchId: 'vsw-2' }],
      },
    });
    ask('DeleteSnatEntry', { ...SNAT, SnatEntryId: 'snat-1' });
    expect([...vpc.snatEntries.values()]).toHaveLength(1);
    expect(refusalOf(() => ask('DescribeSnatTableEntries', { SnatTableId: 'stb-9' }))).toBe(
      '404 InvalidSnatTableId.NotFound',
    );
  });

  it('may lead through an IPv4 gateway', () => {
    const { ask, vpc } = vpcWithNodes();

    const { Ipv4GatewayId } = ask('CreateIpv4Gateway', { VpcId: 'vpc-1' });
    ask('EnableVpcIpv4Gateway', { Ipv4GatewayId });

    expect(ask('GetIpv4GatewayAttribute', { Ipv4GatewayId })).toMatchObject({ Enabled: true, VpcId: 'vpc-1' });
    expect(ask('DescribeVpcAttribute', { VpcId: 'vpc-1' })).toMatchObject({ Ipv4GatewayId });
    ask('DeleteIpv4Gateway', { Ipv4GatewayId });
    expect(vpc.vpcs.get('vpc-1')?.Ipv4GatewayId).toBe('');
  });
});

describe('a VPC', () => {
  it('changes its address blocks and its DHCP options', () => {
    const { ask } = vpcWithNodes();
    const VpcId = 'vpc-1';

    ask('AssociateVpcCidrBlock', { VpcId, SecondaryCidrBlock: '192.168.0.0/16' });
    ask('ReplaceVpcDhcpOptionsSet', { VpcId, DhcpOptionsSetId: 'dopt-2' });

    expect(ask('DescribeVpcAttribute', { VpcId })).toMatchObject({
      DhcpOptionsSetId: 'dopt-2',
      SecondaryCidrBlocks: { SecondaryCidrBlock: ['192.168.0.0/16'] },
      VSwitchIds: { VSwitchId: ['vsw-1', 'vsw-2'] },
    });
    expect(ask('GetDhcpOptionsSet', { DhcpOptionsSetId: 'dopt-2' })).toMatchObject({
      DhcpOptions: { DomainNameServers: '8.8.8.8' },
      AssociateVpcs: [{ VpcId }],
    });
    ask('UnassociateVpcCidrBlock', { VpcId, SecondaryCidrBlock: '192.168.0.0/16' });
    ask('DetachDhcpOptionsSetFromVpc', { VpcId, DhcpOptionsSetId: 'dopt-2' });
    expect(ask('DescribeVpcAttribute', { VpcId })).toMatchObject({
      DhcpOptionsSetId: '',
      SecondaryCidrBlocks: { SecondaryCidrBlock: [] },
    });
  });

  it('is not deleted while vSwitches are in it, unless forced', () => {
    const { ask, vpc } = vpcWithNodes();

    expect(refusalOf(() => ask('DeleteVpc', { VpcId: 'vpc-1' }))).toBe('400 DependencyViolation.VSwitch');
    ask('DeleteVpc', { VpcId: 'vpc-1', ForceDelete: true });

    expect(vpc.vpcs.size).toBe(0);
  });
});

describe('a prefix list of routes', () => {
  it('takes and loses entries', () => {
    const { ask } = vpcWithNodes();

    ask('ModifyVpcPrefixList', {
      PrefixListId: 'pl-1',
      AddPrefixListEntry: [{ Cidr: '10.8.0.0/16', Description: 'vpn' }],
      RemovePrefixListEntry: [{ Cidr: '10.9.0.0/16' }],
    });

    expect(ask('GetVpcPrefixListEntries', { PrefixListId: 'pl-1' })).toMatchObject({
      PrefixListEntry: [{ Cidr: '10.8.0.0/16', Description: 'vpn' }],
      NextToken: '',
    });
  });
});
