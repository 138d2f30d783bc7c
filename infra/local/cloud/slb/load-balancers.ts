import { listOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { numberedPage } from '../pages.ts';
import { given, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { carries, tagsIn } from '../tags.ts';
import { toSecond } from '../times.ts';
import { aLoadBalancer } from './defaults.ts';
import { isMet, loadBalancerIn } from './find.ts';
import { PROTECTION, SPEC } from './load-balancer-changes.ts';
import { loadBalancerAnswer, loadBalancerRow } from './load-balancer-answer.ts';
import type { SlbState } from './state.ts';

const ofLoadBalancer = references({ 'ACS::SLB::LoadBalancer': ['LoadBalancerId'] });

/** Creating, reading and deleting load balancers. */
export function loadBalancerOperations(state: SlbState): Readonly<Record<string, Operation>> {
  return {
    CreateLoadBalancer: {
      rw: 'Write',
      run: (call) => create(state, call),
      references: references({ 'ACS::SLB::LoadBalancer': ['answer.LoadBalancerId'] }),
    },
    DeleteLoadBalancer: {
      rw: 'Write',
      required: ['LoadBalancerId'],
      run: (call) => remove(state, call),
      references: ofLoadBalancer,
    },
    DescribeLoadBalancers: { rw: 'Read', run: (call) => list(state, call) },
    DescribeLoadBalancerAttribute: {
      rw: 'Read',
      required: ['LoadBalancerId'],
      run: (call) => loadBalancerAnswer(state, loadBalancerIn(state, call)),
    },
  };
}

function create(state: SlbState, { params, region, now }: Call): Answer {
  const LoadBalancerId = newId('lb');
  const said = given(params, {
    LoadBalancerName: text,
    AddressType: oneOf('internet', 'intranet'),
    AddressIPVersion: oneOf('ipv4', 'ipv6'),
    Address: text,
    VpcId: text,
    VSwitchId: text,
    MasterZoneId: text,
    SlaveZoneId: text,
    ResourceGroupId: text,
    DeleteProtection: oneOf('on', 'off'),
    PayType: oneOf('PayOnDemand', 'PrePay'),
    ...SPEC,
    ...PROTECTION,
  });
  const VpcId = said.VpcId ?? vpcOf(state, said.VSwitchId);
  const lb = aLoadBalancer({
    LoadBalancerId,
    RegionId: region,
    ...said,
    VpcId,
    Address: said.Address ?? freeAddress(state),
    CreateTime: toSecond(now),
    Tags: tagsIn(params, 'Tag'),
  });
  state.loadBalancers.set(LoadBalancerId, lb);
  const { LoadBalancerName, Address, AddressIPVersion, NetworkType, VSwitchId, ResourceGroupId } = lb;
  return {
    LoadBalancerId,
    LoadBalancerName,
    Address,
    AddressIPVersion,
    NetworkType,
    VpcId,
    VSwitchId,
    ResourceGroupId,
    OrderId: 0,
  };
}

function vpcOf(state: SlbState, vSwitch: string | undefined): string {
  const neighbour = [...state.loadBalancers.values()].find((each) => each.VSwitchId === vSwitch);
  return vSwitch === undefined ? '' : (neighbour?.VpcId ?? `vpc-of-${vSwitch}`);
}

function freeAddress(state: SlbState): string {
  const taken = new Set([...state.loadBalancers.values()].map((each) => each.Address));
  for (let last = 20; last < 65_000; last += 1) {
    const address = `10.1.${Math.floor(last / 250)}.${(last % 250) + 1}`;
    if (!taken.has(address)) return address;
  }
  throw new ApiError(400, 'SubnetIpExhaust', 'No subnet IP addresses are available.');
}

function remove(state: SlbState, call: Call): Answer {
  const { LoadBalancerId, DeleteProtection, PayType } = loadBalancerIn(state, call);
  if (DeleteProtection === 'on') {
    const message = 'The loadbalancer can not be deleted due to DeleteProtection is enabled.';
    throw new ApiError(400, 'OperationDenied.DeleteProtectionIsOn', message);
  }
  if (PayType === 'PrePay') {
    throw new ApiError(400, 'InvalidChargeType', 'The prepay loadBalancer does not support this action.');
  }
  state.loadBalancers.delete(LoadBalancerId);
  const { listeners, vServerGroups, masterSlaveGroups, rules, domainExtensions } = state;
  for (const children of [listeners, vServerGroups, masterSlaveGroups, rules, domainExtensions]) {
    for (const [id, child] of children) if (child.LoadBalancerId === LoadBalancerId) children.delete(id);
  }
  return {};
}

function list(state: SlbState, call: Call): Answer {
  const ids = listOf(call.params, 'LoadBalancerId');
  const tags = [...tagsIn(call.params, 'Tag'), ...tagsIn(call.params, 'Tags')];
  const server = text(call.params, 'ServerId');
  const found = [...state.loadBalancers.values()].filter(
    (each) =>
      each.RegionId === call.region &&
      (ids.length === 0 || ids.includes(each.LoadBalancerId)) &&
      FILTERS.every((name) => isMet(call, name, each[name])) &&
      (server === undefined || each.BackendServers.some((backend) => backend.ServerId === server)) &&
      carries(each.Tags, tags),
  );
  const { items, counts } = numberedPage(call.params, found, { usual: 50, most: 100 });
  return { LoadBalancers: { LoadBalancer: items.map(loadBalancerRow) }, ...counts };
}

const FILTERS = [
  'LoadBalancerName',
  'LoadBalancerStatus',
  'AddressType',
  'AddressIPVersion',
  'Address',
  'VpcId',
  'VSwitchId',
  'NetworkType',
  'InternetChargeType',
  'PayType',
  'ResourceGroupId',
] as const;
