import type { Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Operation } from '../api.ts';
import type { EcsState } from '../ecs/state.ts';
import { badParameter, integer, objects, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { loadBalancerIn } from './find.ts';
import { backendAnswer } from './load-balancer-answer.ts';
import type { Backend, SlbState } from './state.ts';

/** The default server group: backends that hang on the load balancer itself. */
export function backendOperations(state: SlbState, ecs: EcsState): Readonly<Record<string, Operation>> {
  const change = (changed: (old: readonly Backend[], said: readonly Backend[]) => readonly Backend[]): Operation => ({
    rw: 'Write',
    required: ['LoadBalancerId', 'BackendServers'],
    run: (call) => {
      const lb = loadBalancerIn(state, call);
      const said = backendsIn(call.params, 'BackendServers').map(withoutPort);
      const BackendServers = changed(lb.BackendServers, said);
      state.loadBalancers.set(lb.LoadBalancerId, { ...lb, BackendServers });
      return { LoadBalancerId: lb.LoadBalancerId, ...backendsAnswer(BackendServers) };
    },
    references: references({ 'ACS::SLB::LoadBalancer': ['LoadBalancerId'] }),
  });
  return {
    AddBackendServers: change((old, said) => added(old, said, ecs)),
    RemoveBackendServers: change(removed),
    SetBackendServers: change(reweighed),
  };
}

/** Backends as every answer wraps them. */
export function backendsAnswer(backends: readonly Backend[]): Answer {
  return { BackendServers: { BackendServer: backends.map(backendAnswer) } };
}

/** Backends in a call: a JSON list of objects. */
export function backendsIn(params: Params, name: string): readonly Backend[] {
  return objects(params, name).map((item) => {
    const ServerId = text(item, 'ServerId');
    const Port = integer(item, 'Port');
    const Weight = integer(item, 'Weight') ?? 100;
    if (ServerId === undefined || (Port !== undefined && (Port < 1 || Port > 65_535))) throw badParameter(name);
    if (Weight < 0 || Weight > 100) {
      throw new ApiError(400, 'InvalidWeight.Malformed', 'A specified weight is not valid.');
    }
    const ServerIp = text(item, 'ServerIp');
    const Description = text(item, 'Description');
    const ServerType = oneOf('Master', 'Slave')(item, 'ServerType');
    return {
      ServerId,
      Weight,
      Type: oneOf('ecs', 'eni', 'eci')(item, 'Type') ?? (ServerId.startsWith('eni-') ? 'eni' : 'ecs'),
      ...(Port === undefined ? {} : { Port }),
      ...(ServerIp === undefined ? {} : { ServerIp }),
      ...(Description === undefined ? {} : { Description }),
      ...(ServerType === undefined ? {} : { ServerType }),
    };
  });
}

/** `old` and what is new of `said`; a backend that is there already stays as it is. */
export function added(old: readonly Backend[], said: readonly Backend[], ecs: EcsState): readonly Backend[] {
  const fresh = said.filter((each) => !old.some((there) => isSame(there, each)));
  return [...old, ...fresh.map((each) => resolved(each, ecs))];
}

/** `old` without `said`; a backend that is not there is no error. */
export function removed(old: readonly Backend[], said: readonly Backend[]): readonly Backend[] {
  return old.filter((there) => !said.some((each) => isSame(there, each)));
}

/** `old` with the weights and descriptions of `said`, each of which must be there. */
export function reweighed(old: readonly Backend[], said: readonly Backend[]): readonly Backend[] {
  if (said.some((each) => !old.some((there) => isSame(there, each)))) throw badParameter('BackendServers');
  return old.map((there) => {
    const now = said.find((each) => isSame(there, each));
    if (now === undefined) return there;
    const Description = now.Description ?? there.Description;
    return { ...there, Weight: now.Weight, ...(Description === undefined ? {} : { Description }) };
  });
}

/** Backends of the load balancer itself listen where its listeners say. */
function withoutPort(backend: Backend): Backend {
  const { Port: _, ...rest } = backend;
  return rest;
}

/** The same server; a port or address that one side leaves out fits any. */
function isSame(a: Backend, b: Backend): boolean {
  const fits = (one: unknown, other: unknown): boolean => one === undefined || other === undefined || one === other;
  return a.ServerId === b.ServerId && fits(a.Port, b.Port) && fits(a.ServerIp, b.ServerIp);
}

/**
 * An instance must exist. An interface may be another account's (the control plane of a managed cluster), so only an
 * interface without address must be known: its own address is taken.
 */
function resolved(backend: Backend, ecs: EcsState): Backend {
  if (backend.Type === 'eni') {
    const ServerIp = backend.ServerIp ?? ecs.networkInterfaces.get(backend.ServerId)?.PrivateIpAddress;
    if (ServerIp !== undefined) return { ...backend, ServerIp };
  } else if (backend.Type === 'eci' || ecs.instances.has(backend.ServerId)) return backend;
  throw new ApiError(404, 'InvalidServerId.NotFound', 'The specified ServerId does not exist.');
}
