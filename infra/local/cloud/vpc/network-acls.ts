import { objectsOf, type Params } from '../../../../shared/model/params.ts';
import { type Answer, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { flag, text } from '../parameters.ts';
import { references } from '../references.ts';
import { aNetworkAcl } from './defaults.ts';
import { aclNamed, inUse, named, vpcNamed } from './find.ts';
import type { AclEntry, NetworkAcl, VpcState, VSwitch } from './state.ts';

type Direction = 'Ingress' | 'Egress';
const CIDR = { Ingress: 'SourceCidrIp', Egress: 'DestinationCidrIp' } as const;

/** Network ACLs and the vSwitches that they guard. */
export function networkAclOperations(state: VpcState): Readonly<Record<string, Operation>> {
  const write = (required: readonly string[], run: (acl: NetworkAcl, call: Call) => void): Operation => ({
    rw: 'Write',
    required: ['NetworkAclId', ...required],
    run: (call) => {
      run(aclNamed(state, call), call);
      return {};
    },
    references: references({ 'ACS::VPC::NetworkAcl': ['NetworkAclId'] }),
  });
  const put = (acl: NetworkAcl): void => void state.networkAcls.set(acl.NetworkAclId, acl);
  const bind = (call: Call, NetworkAclId: string): void => {
    for (const one of objectsOf(call.params, 'Resource')) {
      const vSwitch = named(state.vSwitches, { ...call, params: { VSwitchId: one['ResourceId'] } }, 'VSwitchId');
      state.vSwitches.set(vSwitch.VSwitchId, { ...vSwitch, NetworkAclId });
    }
  };
  return {
    DescribeNetworkAclAttributes: {
      rw: 'Read',
      required: ['NetworkAclId'],
      run: (call) => ({ NetworkAclAttribute: attribute(aclNamed(state, call), guarded(state, aclNamed(state, call))) }),
    },
    CreateNetworkAcl: {
      rw: 'Write',
      required: ['VpcId'],
      run: (call) => {
        const { VpcId, RegionId } = vpcNamed(state, call);
        const NetworkAclId = newId('nacl');
        put(aNetworkAcl({ NetworkAclId, VpcId, RegionId, NetworkAclName: text(call.params, 'NetworkAclName') ?? '' }));
        return { NetworkAclId };
      },
      references: references({ 'ACS::VPC::NetworkAcl': ['answer.NetworkAclId'] }),
    },
    DeleteNetworkAcl: write([], (acl) => {
      if (guarded(state, acl).length > 0) throw inUse('VSwitch');
      state.networkAcls.delete(acl.NetworkAclId);
    }),
    AssociateNetworkAcl: write(['Resource'], ({ NetworkAclId }, call) => bind(call, NetworkAclId)),
    UnassociateNetworkAcl: write(['Resource'], (_, call) => bind(call, '')),
    UpdateNetworkAclEntries: write([], (acl, { params }) => {
      const isAsked = (direction: Direction): boolean => flag(params, `Update${direction}AclEntries`) === true;
      put({
        ...acl,
        ...(isAsked('Ingress') ? { IngressAclEntries: entriesIn(params, 'Ingress') } : {}),
        ...(isAsked('Egress') ? { EgressAclEntries: entriesIn(params, 'Egress') } : {}),
      });
    }),
    CopyNetworkAclEntries: write(['SourceNetworkAclId'], (acl, call) => {
      const { IngressAclEntries, EgressAclEntries } = named(state.networkAcls, call, 'SourceNetworkAclId');
      put({ ...acl, IngressAclEntries, EgressAclEntries });
    }),
  };
}

function guarded(state: VpcState, { NetworkAclId }: NetworkAcl): readonly VSwitch[] {
  return [...state.vSwitches.values()].filter((one) => one.NetworkAclId === NetworkAclId);
}

function entriesIn(params: Params, direction: Direction): readonly AclEntry[] {
  return objectsOf(params, `${direction}AclEntries`).map((entry) => ({
    NetworkAclEntryId: text(entry, 'NetworkAclEntryId') ?? newId('nae'),
    NetworkAclEntryName: text(entry, 'NetworkAclEntryName') ?? '',
    Policy: text(entry, 'Policy') ?? 'accept',
    Protocol: text(entry, 'Protocol') ?? 'all',
    Port: text(entry, 'Port') ?? '-1/-1',
    Cidr: text(entry, CIDR[direction]) ?? '0.0.0.0/0',
    Description: text(entry, 'Description') ?? '',
  }));
}

function attribute(acl: NetworkAcl, vSwitches: readonly VSwitch[]): Answer {
  const { IngressAclEntries, EgressAclEntries, ...rest } = acl;
  return {
    ...rest,
    Status: 'Available',
    IngressAclEntries: { IngressAclEntry: IngressAclEntries.map((entry) => entryAnswer(entry, 'Ingress')) },
    EgressAclEntries: { EgressAclEntry: EgressAclEntries.map((entry) => entryAnswer(entry, 'Egress')) },
    Resources: {
      Resource: vSwitches.map(({ VSwitchId }) => ({
        ResourceId: VSwitchId,
        ResourceType: 'VSwitch',
        Status: 'BINDED',
      })),
    },
  };
}

function entryAnswer({ Cidr, ...entry }: AclEntry, direction: Direction): Answer {
  return { ...entry, [CIDR[direction]]: Cidr, EntryType: 'custom', IpVersion: 'IPv4' };
}
