import type { Params } from '../../../../shared/model/params.ts';
import { ApiError, type Operation } from '../api.ts';
import { given, integer, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { loadBalancerIn } from './find.ts';
import type { LoadBalancer, SlbState } from './state.ts';

/** What a load balancer can carry, and what it costs. */
export const SPEC = {
  LoadBalancerSpec: text,
  InternetChargeType: oneOf('paybytraffic', 'paybybandwidth'),
  Bandwidth: integer,
  InstanceChargeType: oneOf('PayBySpec', 'PayByCLCU'),
} as const;

export const PROTECTION = {
  ModificationProtectionStatus: oneOf('ConsoleProtection', 'NonProtection'),
  ModificationProtectionReason: text,
} as const;

interface Change {
  readonly required?: string;
  readonly changed: (params: Params) => Partial<LoadBalancer>;
}

/** Each change of a load balancer: what its call must give, and what of the record it gives. */
const CHANGES: Readonly<Record<string, Change>> = {
  SetLoadBalancerName: {
    required: 'LoadBalancerName',
    changed: (params) => given(params, { LoadBalancerName: text }),
  },
  SetLoadBalancerStatus: {
    required: 'LoadBalancerStatus',
    changed: (params) => given(params, { LoadBalancerStatus: oneOf('active', 'inactive') }),
  },
  SetLoadBalancerDeleteProtection: {
    required: 'DeleteProtection',
    changed: (params) => given(params, { DeleteProtection: oneOf('on', 'off') }),
  },
  SetLoadBalancerModificationProtection: { required: 'ModificationProtectionStatus', changed: protection },
  ModifyLoadBalancerInstanceSpec: {
    required: 'LoadBalancerSpec',
    changed: (params) => given(params, { LoadBalancerSpec: SPEC.LoadBalancerSpec }),
  },
  ModifyLoadBalancerInternetSpec: {
    changed: (params) => given(params, { InternetChargeType: SPEC.InternetChargeType, Bandwidth: SPEC.Bandwidth }),
  },
  ModifyLoadBalancerInstanceChargeType: { required: 'InstanceChargeType', changed: (params) => given(params, SPEC) },
  ModifyLoadBalancerPayType: {
    required: 'PayType',
    changed: (params) => given(params, { PayType: oneOf('PayOnDemand', 'PrePay') }),
  },
};

/** Changes of a load balancer itself. */
export function loadBalancerChanges(state: SlbState): Readonly<Record<string, Operation>> {
  const changes = Object.entries(CHANGES).map(([action, { required, changed }]): [string, Operation] => [
    action,
    {
      rw: 'Write',
      required: required === undefined ? ['LoadBalancerId'] : ['LoadBalancerId', required],
      run: (call) => {
        const old = loadBalancerIn(state, call);
        state.loadBalancers.set(old.LoadBalancerId, { ...old, ...changed(call.params) });
        return {};
      },
      references: references({ 'ACS::SLB::LoadBalancer': ['LoadBalancerId'] }),
    },
  ]);
  return { ...Object.fromEntries(changes), MoveResourceGroup: moveResourceGroup(state) };
}

/** Without protection there is no reason for it either. */
function protection(params: Params): Partial<LoadBalancer> {
  const changed = given(params, PROTECTION);
  const isOff = changed.ModificationProtectionStatus === 'NonProtection';
  return isOff ? { ...changed, ModificationProtectionReason: '' } : changed;
}

function moveResourceGroup(state: SlbState): Operation {
  return {
    rw: 'Write',
    required: ['ResourceId', 'ResourceType', 'NewResourceGroupId'],
    run: ({ params }) => {
      const id = mandatory(params, 'ResourceId');
      const ResourceGroupId = mandatory(params, 'NewResourceGroupId');
      const lb = state.loadBalancers.get(id);
      const acl = state.acls.get(id);
      if (lb !== undefined) state.loadBalancers.set(id, { ...lb, ResourceGroupId });
      else if (acl !== undefined) state.acls.set(id, { ...acl, ResourceGroupId });
      else throw new ApiError(404, 'ResourceNotFound', 'The specified resource does not exist.');
      return {};
    },
    references: references({ 'ACS::SLB::LoadBalancer': ['ResourceId'] }),
  };
}
