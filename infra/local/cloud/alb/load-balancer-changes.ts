import type { Params } from '../../../../shared/model/params.ts';
import type { Operation } from '../api.ts';
import { asJob } from '../load-balancers/jobs.ts';
import { joined, left } from '../load-balancers/security-groups.ts';
import { structureSaid } from '../load-balancers/structures.ts';
import { zonesSaid, zonesTurned } from '../load-balancers/zones.ts';
import { given, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { albIn } from './find.ts';
import type { AlbState, LoadBalancer } from './state.ts';

/** Changing an Application Load Balancer itself. */
export function albChanges(state: AlbState): Readonly<Record<string, Operation>> {
  const change = (
    changed: (old: LoadBalancer, params: Params) => LoadBalancer,
    idName = 'LoadBalancerId',
  ): Operation => ({
    rw: 'Write',
    required: [idName],
    run: (call) => {
      const old = albIn(state, call, idName);
      const next = changed(old, call.params);
      return asJob(state.jobs, call, () => void state.loadBalancers.set(old.LoadBalancerId, next));
    },
    references: references({ 'ACS::ALB::LoadBalancer': [idName] }),
  });
  const zones = (Status: 'Shifted' | 'Active'): Operation =>
    change((old, params) => ({ ...old, ZoneMappings: zonesTurned(params, old.ZoneMappings, Status) }));
  return {
    UpdateLoadBalancerAttribute: change((old, params) => ({
      ...old,
      LoadBalancerName: text(params, 'LoadBalancerName') ?? old.LoadBalancerName,
      ModificationProtection: protectionSaid(params, old.ModificationProtection),
    })),
    UpdateLoadBalancerEdition: change((old, params) => ({
      ...old,
      ...given(params, { LoadBalancerEdition: oneOf('Basic', 'Standard', 'StandardWithWaf') }),
    })),
    UpdateLoadBalancerAddressTypeConfig: change((old, params) => {
      const AddressType = oneOf('Internet', 'Intranet')(params, 'AddressType') ?? old.AddressType;
      const said = zonesSaid(params, old.ZoneMappings);
      return { ...old, AddressType, ZoneMappings: said.length > 0 ? said : old.ZoneMappings };
    }),
    UpdateLoadBalancerZones: change((old, params) => ({
      ...old,
      ZoneMappings: zonesSaid(params, old.ZoneMappings),
    })),
    StartShiftLoadBalancerZones: zones('Shifted'),
    CancelShiftLoadBalancerZones: zones('Active'),
    LoadBalancerJoinSecurityGroup: change((old, params) => ({
      ...old,
      SecurityGroupIds: joined(old.SecurityGroupIds, params),
    })),
    LoadBalancerLeaveSecurityGroup: change((old, params) => ({
      ...old,
      SecurityGroupIds: left(old.SecurityGroupIds, params),
    })),
    EnableDeletionProtection: change((old) => ({ ...old, IsDeletionProtected: true }), 'ResourceId'),
    DisableDeletionProtection: change((old) => ({ ...old, IsDeletionProtected: false }), 'ResourceId'),
    EnableLoadBalancerAccessLog: change((old, params) => ({
      ...old,
      AccessLog: { LogProject: mandatory(params, 'LogProject'), LogStore: mandatory(params, 'LogStore') },
    })),
    DisableLoadBalancerAccessLog: change((old) => ({ ...old, AccessLog: { LogProject: '', LogStore: '' } })),
    AttachCommonBandwidthPackageToLoadBalancer: change((old, params) => ({
      ...old,
      BandwidthPackageId: mandatory(params, 'BandwidthPackageId'),
    })),
    DetachCommonBandwidthPackageFromLoadBalancer: change((old) => ({ ...old, BandwidthPackageId: '' })),
    EnableLoadBalancerIpv6Internet: change((old) => ({ ...old, Ipv6AddressType: 'Internet' })),
    DisableLoadBalancerIpv6Internet: change((old) => ({ ...old, Ipv6AddressType: 'Intranet' })),
  };
}

type Protection = LoadBalancer['ModificationProtection'];

function protectionSaid(params: Params, old: Protection): Protection {
  const said = given(structureSaid(params, 'ModificationProtectionConfig') ?? {}, {
    Status: oneOf('ConsoleProtection', 'NonProtection'),
    Reason: text,
  });
  const Status = said.Status ?? old.Status;
  return { Status, Reason: Status === 'ConsoleProtection' ? (said.Reason ?? old.Reason) : '' };
}
