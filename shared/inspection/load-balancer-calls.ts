import type { Json } from '../model/change.ts';
import { listOf, textOf } from '../model/params.ts';
import { type Content, isContent, textIn, textsIn, without } from './content.ts';
import type { Fields } from './fields.ts';
import { gone, type Predict } from './reader.ts';
import { command } from './restore/command.ts';
import { zoneChanges, zonesReplaced, zonesSet } from './zones.ts';

/** What Network and Application Load Balancers say of themselves alike. */
export const COMMON_FIELDS: Fields = {
  LoadBalancerName: 'text',
  LoadBalancerStatus: 'word',
  AddressType: 'text',
  AddressIpVersion: 'text',
  Ipv6AddressType: 'text',
  DNSName: 'text',
  VpcId: 'text',
  BandwidthPackageId: 'text',
  ResourceGroupId: 'text',
  SecurityGroupIds: 'list',
};

/** States that a job leads through; what it leads to is kept. */
const ON_THE_WAY: Readonly<Record<string, string>> = {
  provisioning: 'active',
  configuring: 'active',
  starting: 'running',
  stopping: 'stopped',
};

/** A status without those that pass by themselves. `usual` is what a configured thing goes back to. */
export function settledStatus(status: Json | undefined, usual: 'active' | 'running'): Content {
  if (typeof status !== 'string') return {};
  const word = status.toLowerCase();
  const next = ON_THE_WAY[word] === 'active' ? usual : ON_THE_WAY[word];
  return { Status: next ?? word };
}

/** What the calls of both products make of a load balancer. */
export const COMMON_CALLS: Readonly<Record<string, Predict>> = {
  DeleteLoadBalancer: gone,
  Release: gone,
  LoadBalancerJoinSecurityGroup: groups((had, named) => [...new Set([...had, ...named])]),
  LoadBalancerLeaveSecurityGroup: groups((had, named) => had.filter((id) => !named.includes(id))),
  StartShiftLoadBalancerZones: zonesSet('shifted'),
  CancelShiftLoadBalancerZones: zonesSet('active'),
  UpdateLoadBalancerZones: zonesReplaced,
  UpdateLoadBalancerAddressTypeConfig: ({ params }, _, before) => {
    const AddressType = textOf(params, 'AddressType');
    return isContent(before) && AddressType !== undefined ? { ...before, AddressType } : undefined;
  },
  AttachCommonBandwidthPackageToLoadBalancer: ({ params }, _, before) => {
    const BandwidthPackageId = textOf(params, 'BandwidthPackageId');
    return isContent(before) && BandwidthPackageId !== undefined ? { ...before, BandwidthPackageId } : undefined;
  },
  DetachCommonBandwidthPackageFromLoadBalancer: (_, __, before) =>
    isContent(before) ? without(before, ['BandwidthPackageId']) : undefined,
  EnableLoadBalancerIpv6Internet: (_, __, before) => (isContent(before) ? ipv6(before, 'Internet') : undefined),
  DisableLoadBalancerIpv6Internet: (_, __, before) => (isContent(before) ? ipv6(before, 'Intranet') : undefined),
  MoveResourceGroup: ({ params }, _, before) => {
    const ResourceGroupId = textOf(params, 'NewResourceGroupId');
    return isContent(before) && ResourceGroupId !== undefined ? { ...before, ResourceGroupId } : undefined;
  },
};

/** The commands that put back what those calls changed; `region` and id as the product's commands want them. */
export function commonCommands(
  product: 'alb' | 'nlb',
  { id, region, present, wanted }: { readonly id: string; readonly region: string; present: Content; wanted: Content },
): readonly string[] {
  const call = (action: string, params: object): string =>
    command(product, action, region, { LoadBalancerId: id, ...params });
  const is = (name: string): boolean => textIn(present, name) !== textIn(wanted, name);
  const [now, then] = [textsIn(present, 'SecurityGroupIds'), textsIn(wanted, 'SecurityGroupIds')];
  const missing = then.filter((group) => !now.includes(group));
  const surplus = now.filter((group) => !then.includes(group));
  const { all, open, around } = zoneChanges(present, wanted);
  const isType = is('AddressType');
  // One of the two calls takes no address from outside.
  const zoneAsked = (zone: Content): Content => (product === 'alb' ? without(zone, ['AllocationId']) : zone);
  const ipv6Call = textIn(wanted, 'Ipv6AddressType') === 'Internet' ? 'Enable' : 'Disable';
  return [
    ...(missing.length > 0 ? [call('LoadBalancerJoinSecurityGroup', { SecurityGroupIds: missing })] : []),
    ...(surplus.length > 0 ? [call('LoadBalancerLeaveSecurityGroup', { SecurityGroupIds: surplus })] : []),
    ...(isType ? [call('UpdateLoadBalancerAddressTypeConfig', addressType(wanted))] : []),
    ...(all.length > 0 ? [call('UpdateLoadBalancerZones', { ZoneMappings: all.map(zoneAsked) })] : []),
    ...(open.length > 0 ? [call('CancelShiftLoadBalancerZones', { ZoneMappings: open })] : []),
    ...(around.length > 0 ? [call('StartShiftLoadBalancerZones', { ZoneMappings: around })] : []),
    ...(is('BandwidthPackageId') ? bandwidth(present, wanted, call) : []),
    ...(is('Ipv6AddressType') ? [call(`${ipv6Call}LoadBalancerIpv6Internet`, {})] : []),
    ...(is('ResourceGroupId') ? [moved(product, 'loadbalancer', id, region, wanted)] : []),
  ];
}

/** The command that puts something back into its resource group. */
export function moved(product: 'alb' | 'nlb', ResourceType: string, id: string, region: string, wanted: Content) {
  const NewResourceGroupId = wanted['ResourceGroupId'];
  return command(product, 'MoveResourceGroup', region, { ResourceId: id, ResourceType, NewResourceGroupId });
}

function addressType(wanted: Content): object {
  const { AddressType, ZoneMappings } = wanted;
  const zones = Array.isArray(ZoneMappings) ? ZoneMappings.filter(isContent) : [];
  const named = zones.map(({ ZoneId, VSwitchId, AllocationId }) => ({ ZoneId, VSwitchId, AllocationId }));
  return { AddressType, ZoneMappings: named };
}

function bandwidth(present: Content, wanted: Content, call: (action: string, params: object) => string) {
  const { BandwidthPackageId: now } = present;
  const { BandwidthPackageId: then } = wanted;
  return [
    ...(now === undefined ? [] : [call('DetachCommonBandwidthPackageFromLoadBalancer', { BandwidthPackageId: now })]),
    ...(then === undefined ? [] : [call('AttachCommonBandwidthPackageToLoadBalancer', { BandwidthPackageId: then })]),
  ];
}

function ipv6(before: Content, Ipv6AddressType: string): Content {
  return { ...before, Ipv6AddressType };
}

function groups(change: (had: readonly string[], named: readonly string[]) => readonly string[]): Predict {
  return ({ params }, _, before) => {
    const named = listOf(params, 'SecurityGroupIds');
    if (!isContent(before) || named.length === 0) return undefined;
    return { ...before, SecurityGroupIds: change(textsIn(before, 'SecurityGroupIds'), named).toSorted() };
  };
}
