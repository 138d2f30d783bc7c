import type { Params } from '../../../../shared/model/params.ts';
import type { Operation } from '../api.ts';
import { asJob } from '../load-balancers/jobs.ts';
import { joined, left } from '../load-balancers/security-groups.ts';
import { zonesSaid, zonesTurned } from '../load-balancers/zones.ts';
import { flag, given, integer, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { nlbIn } from './find.ts';
import type { LoadBalancer, NlbState } from './state.ts';

/** Changing a Network Load Balancer itself. */
export function nlbChanges(state: NlbState): Readonly<Record<string, Operation>> {
  const change = (
    changed: (old: LoadBalancer, params: Params) => LoadBalancer,
    ...required: readonly string[]
  ): Operation => ({
    rw: 'Write',
    required: ['LoadBalancerId', ...required],
    run: (call) => {
      const old = nlbIn(state, call);
      return asJob(state.jobs, call, () => void state.loadBalancers.set(old.LoadBalancerId, changed(old, call.params)));
    },
    references: references({ 'ACS::NLB::LoadBalancer': ['LoadBalancerId'] }),
  });
  return {
    UpdateLoadBalancerAttribute: change((old, params) => ({
      ...old,
      ...given(params, { LoadBalancerName: text, CrossZoneEnabled: flag, Cps: integer }),
    })),
    UpdateLoadBalancerProtection: change(protectedAs),
    UpdateLoadBalancerAddressTypeConfig: change((old, params) => {
      const AddressType = oneOf('Internet', 'Intranet')(params, 'AddressType') ?? old.AddressType;
      const said = zonesSaid(params, old.ZoneMappings);
      return { ...old, AddressType, ZoneMappings: said.length > 0 ? said : old.ZoneMappings };
    }, 'AddressType'),
    UpdateLoadBalancerZones: change(
      (old, params) => ({ ...old, ZoneMappings: zonesSaid(params, old.ZoneMappings) }),
      'ZoneMappings',
    ),
    StartShiftLoadBalancerZones: change(
      (old, params) => ({ ...old, ZoneMappings: zonesTurned(params, old.ZoneMappings, 'Shifted') }),
      'ZoneMappings',
    ),
    CancelShiftLoadBalancerZones: change(
      (old, params) => ({ ...old, ZoneMappings: zonesTurned(params, old.ZoneMappings, 'Active') }),
      'ZoneMappings',
    ),
    LoadBalancerJoinSecurityGroup: change(
      (old, params) => ({ ...old, SecurityGroupIds: joined(old.SecurityGroupIds, params) }),
      'SecurityGroupIds',
    ),
    LoadBalancerLeaveSecurityGroup: change(
      (old, params) => ({ ...old, SecurityGroupIds: left(old.SecurityGroupIds, params) }),
      'SecurityGroupIds',
    ),
    AttachCommonBandwidthPackageToLoadBalancer: change((old, params) => ({
      ...old,
      BandwidthPackageId: mandatory(params, 'BandwidthPackageId'),
    })),
    DetachCommonBandwidthPackageFromLoadBalancer: change((old) => ({ ...old, BandwidthPackageId: '' })),
    EnableLoadBalancerIpv6Internet: change((old) => ({ ...old, Ipv6AddressType: 'Internet' })),
    DisableLoadBalancerIpv6Internet: change((old) => ({ ...old, Ipv6AddressType: 'Intranet' })),
  };
}

function protectedAs(old: LoadBalancer, params: Params): LoadBalancer {
  const said = given(params, {
    DeletionProtectionEnabled: flag,
    DeletionProtectionReason: text,
    ModificationProtectionStatus: oneOf('ConsoleProtection', 'NonProtection'),
    ModificationProtectionReason: text,
  });
  const Enabled = said.DeletionProtectionEnabled ?? old.DeletionProtection.Enabled;
  const Status = said.ModificationProtectionStatus ?? old.ModificationProtection.Status;
  const why = said.DeletionProtectionReason ?? old.DeletionProtection.Reason;
  const reason = said.ModificationProtectionReason ?? old.ModificationProtection.Reason;
  return {
    ...old,
    DeletionProtection: { Enabled, Reason: Enabled ? why : '' },
    ModificationProtection: { Status, Reason: Status === 'ConsoleProtection' ? reason : '' },
  };
}
