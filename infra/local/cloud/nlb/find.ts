import { ApiError, type Call } from '../api.ts';
import { mandatory } from '../parameters.ts';
import type { Listener, LoadBalancer, NlbState, SecurityPolicy, ServerGroup } from './state.ts';

/** The load balancer that a call names; the one of another region does not exist here. */
export function nlbIn(state: NlbState, { params, region }: Call): LoadBalancer {
  const found = state.loadBalancers.get(mandatory(params, 'LoadBalancerId'));
  if (found?.RegionId === region) return found;
  throw missing('loadbalancer');
}

export function listenerIn(state: NlbState, { params }: Call): Listener {
  const found = state.listeners.get(mandatory(params, 'ListenerId'));
  if (found !== undefined) return found;
  throw missing('listener');
}

export function serverGroupIn(state: NlbState, { params }: Call): ServerGroup {
  const found = state.serverGroups.get(mandatory(params, 'ServerGroupId'));
  if (found !== undefined) return found;
  throw missing('serverGroup');
}

export function securityPolicyIn(state: NlbState, { params }: Call): SecurityPolicy {
  const found = state.securityPolicies.get(mandatory(params, 'SecurityPolicyId'));
  if (found !== undefined) return found;
  throw missing('securityPolicy');
}

function missing(what: string): ApiError {
  return new ApiError(404, `ResourceNotFound.${what}`, `The specified resource ${what} is not found.`);
}
