import type { Answer } from '../api.ts';
import { listenersOf } from './find.ts';
import type { Backend, LoadBalancer, SlbState } from './state.ts';

/** A load balancer as `DescribeLoadBalancers` lists it. */
export function loadBalancerRow(lb: LoadBalancer): Answer {
  const { BackendServers: _, Tags, ...rest } = lb;
  return {
    ...rest,
    RegionIdAlias: lb.RegionId,
    InternetChargeTypeAlias: lb.InternetChargeType,
    CreateTimeStamp: Date.parse(lb.CreateTime),
    Tags: { Tag: Tags },
  };
}

/** A load balancer as `DescribeLoadBalancerAttribute` answers it. */
export function loadBalancerAnswer(state: SlbState, lb: LoadBalancer): Answer {
  const listeners = listenersOf(state, lb.LoadBalancerId);
  return {
    ...loadBalancerRow(lb),
    EndTime: '2999-09-08T16:00:00Z',
    EndTimeStamp: Date.parse('2999-09-08T16:00:00Z'),
    AutoReleaseTime: 0,
    ListenerPorts: { ListenerPort: listeners.map((each) => String(each.ListenerPort)) },
    ListenerPortsAndProtocol: {
      ListenerPortAndProtocol: listeners.map((each) => ({
        ListenerPort: each.ListenerPort,
        ListenerProtocol: each.ListenerProtocol,
        ListenerForward: each.Attributes['ListenerForward'] ?? 'off',
        Description: each.Attributes['Description'] ?? '',
      })),
    },
    /** The misspelt twin is a part of the API. */
    ListenerPortsAndProtocal: {
      ListenerPortAndProtocal: listeners.map((each) => ({
        ListenerPort: each.ListenerPort,
        ListenerProtocal: each.ListenerProtocol,
      })),
    },
    BackendServers: { BackendServer: lb.BackendServers.map(backendAnswer) },
  };
}

/** A backend; what was never said of it is empty text. */
export function backendAnswer({ ServerId, Weight, Type, Port, ServerIp, Description, ServerType }: Backend): Answer {
  return {
    ServerId,
    Weight,
    Type,
    ServerIp: ServerIp ?? '',
    Description: Description ?? '',
    ...(Port === undefined ? {} : { Port }),
    ...(ServerType === undefined ? {} : { ServerType }),
  };
}
