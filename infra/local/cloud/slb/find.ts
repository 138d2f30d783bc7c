import { textOf } from '../../../../shared/model/params.ts';
import { ApiError, type Call } from '../api.ts';
import { badParameter, integer, mandatory, oneOf } from '../parameters.ts';
import type {
  AccessControlList,
  Listener,
  LoadBalancer,
  MasterSlaveGroup,
  Protocol,
  Rule,
  SlbState,
  VServerGroup,
} from './state.ts';

const PROTOCOLS = ['tcp', 'udp', 'http', 'https'] as const satisfies readonly Protocol[];

/** The load balancer that a call names; the one of another region does not exist here. */
export function loadBalancerIn(state: SlbState, { params, region }: Call): LoadBalancer {
  const found = state.loadBalancers.get(mandatory(params, 'LoadBalancerId'));
  if (found?.RegionId === region) return found;
  throw new ApiError(404, 'InvalidLoadBalancerId.NotFound', 'The specified LoadBalancerId does not exist.');
}

/** The listener that a call names by load balancer and port, and by protocol where two share the port. */
export function listenerIn(state: SlbState, call: Call, protocol?: Protocol): Listener {
  const { LoadBalancerId } = loadBalancerIn(state, call);
  const port = integer(call.params, 'ListenerPort');
  const wanted = protocol ?? oneOf(...PROTOCOLS)(call.params, 'ListenerProtocol');
  const found = listenersOf(state, LoadBalancerId).filter(
    (each) => each.ListenerPort === port && (wanted === undefined || each.ListenerProtocol === wanted),
  );
  if (found.length > 1) throw badParameter('ListenerProtocol');
  const [listener] = found;
  if (listener !== undefined) return listener;
  const message = 'You have not created a listener for the specified port of the load balancer.';
  throw new ApiError(404, 'ListenerNotFound', message);
}

export function listenersOf(state: SlbState, loadBalancer: string): readonly Listener[] {
  return [...state.listeners.values()].filter((each) => each.LoadBalancerId === loadBalancer);
}

export function vServerGroupIn(state: SlbState, id: string): VServerGroup {
  const found = state.vServerGroups.get(id);
  if (found !== undefined) return found;
  throw new ApiError(404, 'InvalidParameter', 'The specified VServerGroupId does not exist.');
}

export function masterSlaveGroupIn(state: SlbState, id: string): MasterSlaveGroup {
  const found = state.masterSlaveGroups.get(id);
  if (found !== undefined) return found;
  throw new ApiError(404, 'InvalidParameter', 'The specified MasterSlaveGroupId does not exist.');
}

export function aclIn(state: SlbState, id: string, region: string): AccessControlList {
  const found = state.acls.get(id);
  if (found?.RegionId === region) return found;
  throw new ApiError(404, 'AclNotExist', 'The specified AclId does not exist.');
}

export function ruleIn(state: SlbState, id: string): Rule {
  const found = state.rules.get(id);
  if (found !== undefined) return found;
  throw new ApiError(404, 'InvalidRuleId.NotFound', 'The specified RuleId does not exist.');
}

/** The access control lists that a listener names; several are written with commas. */
export function aclIdsOf({ Attributes }: Pick<Listener, 'Attributes'>): readonly string[] {
  return String(Attributes['AclId'] ?? '')
    .split(',')
    .filter((id) => id !== '');
}

/** Whether a filter of a listing is not given or met. */
export function isMet(call: Call, name: string, value: string): boolean {
  const wanted = textOf(call.params, name);
  return wanted === undefined || wanted.toLowerCase() === value.toLowerCase();
}
