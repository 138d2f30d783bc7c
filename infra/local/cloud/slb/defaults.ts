import { usualAttributes } from './listener-attributes.ts';
import type { AccessControlList, Listener, LoadBalancer, MasterSlaveGroup, VServerGroup } from './state.ts';

const LONG_AGO = '2025-01-01T00:00:00Z';

type Needs<T, K extends keyof T> = Pick<T, K> & Partial<T>;

/** A load balancer with everything that was not said as the cloud would set it. */
export function aLoadBalancer(said: Needs<LoadBalancer, 'LoadBalancerId' | 'RegionId'>): LoadBalancer {
  return {
    LoadBalancerName: said.LoadBalancerId,
    LoadBalancerStatus: 'active',
    MasterZoneId: `${said.RegionId}-h`,
    SlaveZoneId: `${said.RegionId}-i`,
    Address: '10.0.0.10',
    AddressType: 'intranet',
    AddressIPVersion: 'ipv4',
    VpcId: '',
    VSwitchId: '',
    NetworkType: said.VpcId === undefined || said.VpcId === '' ? 'classic' : 'vpc',
    InternetChargeType: 'paybytraffic',
    Bandwidth: 5120,
    LoadBalancerSpec: 'slb.s1.small',
    InstanceChargeType: 'PayBySpec',
    PayType: 'PayOnDemand',
    CreateTime: LONG_AGO,
    ResourceGroupId: 'rg-acfm2xwmxqxkyza',
    DeleteProtection: 'off',
    ModificationProtectionStatus: 'NonProtection',
    ModificationProtectionReason: '',
    BackendServers: [],
    Tags: [],
    ...said,
  };
}

/** A running listener; `Attributes` need only name what differs from its protocol's usual settings. */
export function aListener(said: Needs<Listener, 'LoadBalancerId' | 'ListenerPort' | 'ListenerProtocol'>): Listener {
  const Attributes = { ...usualAttributes(said.ListenerProtocol), ...said.Attributes };
  return { Status: 'running', AccessControlStatus: 'close', SourceItems: [], Tags: [], ...said, Attributes };
}

export function aVServerGroup(said: Needs<VServerGroup, 'VServerGroupId' | 'LoadBalancerId'>): VServerGroup {
  return { VServerGroupName: said.VServerGroupId, CreateTime: LONG_AGO, BackendServers: [], Tags: [], ...said };
}

export function aMasterSlaveGroup(
  said: Needs<MasterSlaveGroup, 'MasterSlaveServerGroupId' | 'LoadBalancerId'>,
): MasterSlaveGroup {
  const MasterSlaveServerGroupName = said.MasterSlaveServerGroupId;
  return { MasterSlaveServerGroupName, CreateTime: LONG_AGO, MasterSlaveBackendServers: [], Tags: [], ...said };
}

export function anAccessControlList(said: Needs<AccessControlList, 'AclId' | 'RegionId'>): AccessControlList {
  return {
    AclName: said.AclId,
    AddressIPVersion: 'ipv4',
    ResourceGroupId: 'rg-acfm2xwmxqxkyza',
    CreateTime: LONG_AGO,
    AclEntrys: [],
    Tags: [],
    ...said,
  };
}
