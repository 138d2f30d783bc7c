import { ApiError, type Call } from '../api.ts';
import { mandatory } from '../parameters.ts';
import type { AccessControlList, AlbState, Listener, LoadBalancer, ServerGroup } from './state.ts';

/** The load balancer that a call names; the one of another region does not exist here. */
export function albIn(state: AlbState, { params, region }: Call, name = 'LoadBalancerId'): LoadBalancer {
  const found = state.loadBalancers.get(mandatory(params, name));
  if (found?.RegionId === region) return found;
  throw missing('LoadBalancer');
}

export function listenerIn(state: AlbState, { params }: Call): Listener {
  const found = state.listeners.get(mandatory(params, 'ListenerId'));
  if (found !== undefined) return found;
  throw missing('Listener');
}

export function serverGroupIn(state: AlbState, { params }: Call): ServerGroup {
  const found = state.serverGroups.get(mandatory(params, 'ServerGroupId'));
  if (found !== undefined) return found;
  throw missing('ServerGroup');
}

export function aclIn(state: AlbState, { params }: Call): AccessControlList {
  const found = state.acls.get(mandatory(params, 'AclId'));
  if (found !== undefined) return found;
  throw missing('Acl');
}

/** The refusal of an id that names nothing. */
export function missing(what: string): ApiError {
  return new ApiError(404, `ResourceNotFound.${what}`, `The specified resource ${what} is not found.`);
}
