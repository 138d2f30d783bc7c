import { type Answer, type Call, type Operation } from '../api.ts';
import { given, text } from '../parameters.ts';
import { references } from '../references.ts';
import { dhcpNamed, vpcNamed } from './find.ts';
import type { DhcpOptionsSet, VpcState } from './state.ts';

/** DHCP options sets: the name servers that instances of a VPC are told. */
export function dhcpOptionsOperations(state: VpcState): Readonly<Record<string, Operation>> {
  const attach = (run: (call: Call) => string): Operation => ({
    rw: 'Write',
    required: ['VpcId', 'DhcpOptionsSetId'],
    run: (call) => {
      const vpc = vpcNamed(state, call);
      state.vpcs.set(vpc.VpcId, { ...vpc, DhcpOptionsSetId: run(call) });
      return {};
    },
    references: references({ 'ACS::VPC::VPC': ['VpcId'], 'ACS::VPC::DhcpOptionsSet': ['DhcpOptionsSetId'] }),
  });
  const namedId = (call: Call): string => dhcpNamed(state, call).DhcpOptionsSetId;
  return {
    GetDhcpOptionsSet: {
      rw: 'Read',
      required: ['DhcpOptionsSetId'],
      run: (call) => answer(state, dhcpNamed(state, call)),
    },
    AttachDhcpOptionsSetToVpc: attach(namedId),
    ReplaceVpcDhcpOptionsSet: attach(namedId),
    DetachDhcpOptionsSetFromVpc: attach(() => ''),
    UpdateDhcpOptionsSetAttribute: {
      rw: 'Write',
      required: ['DhcpOptionsSetId'],
      run: (call) => {
        const set = dhcpNamed(state, call);
        const said = given(call.params, {
          DhcpOptionsSetName: text,
          DomainName: text,
          DomainNameServers: text,
          LeaseTime: text,
        });
        state.dhcpOptionsSets.set(set.DhcpOptionsSetId, { ...set, ...said });
        return {};
      },
      references: references({ 'ACS::VPC::DhcpOptionsSet': ['DhcpOptionsSetId'] }),
    },
  };
}

function answer(state: VpcState, set: DhcpOptionsSet): Answer {
  const { DhcpOptionsSetId, DhcpOptionsSetName, DomainName, DomainNameServers, LeaseTime } = set;
  const vpcs = [...state.vpcs.values()].filter((vpc) => vpc.DhcpOptionsSetId === DhcpOptionsSetId);
  return {
    DhcpOptionsSetId,
    DhcpOptionsSetName,
    Status: vpcs.length > 0 ? 'InUse' : 'Available',
    DhcpOptions: { DomainName, DomainNameServers, LeaseTime },
    AssociateVpcs: vpcs.map(({ VpcId }) => ({ VpcId, AssociateStatus: 'InUse' })),
    Tags: [],
  };
}
