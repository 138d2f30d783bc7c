import type { Answer } from '../api.ts';
import { aclIdsOf } from './find.ts';
import type { Attributes, Listener, Protocol, SlbState } from './state.ts';

/** What a listing says of every listener; the rest stands in the part of its protocol. */
const IN_EVERY_LISTING = [
  'Description',
  'BackendServerPort',
  'Bandwidth',
  'Scheduler',
  'VServerGroupId',
  'AclId',
  'AclType',
  'AclStatus',
];

/** A listener as `DescribeLoadBalancer…ListenerAttribute` answers it. */
export function listenerAnswer(state: SlbState, listener: Listener): Answer {
  const { LoadBalancerId, ListenerPort, ListenerProtocol, Status, Tags } = listener;
  const { ProxyProtocolV2Enabled, ...shown } = shownAttributes(listener.Attributes);
  const isLayer4 = ListenerProtocol === 'tcp' || ListenerProtocol === 'udp';
  return {
    LoadBalancerId,
    ListenerPort,
    Status,
    ...shown,
    ...(isLayer4 ? { ProxyProtocolV2Enabled: ProxyProtocolV2Enabled === 'true' } : layer7(state, listener)),
    AclIds: { AclId: aclIdsOf(listener) },
    Tags: { Tag: Tags },
  };
}

/** A listener as `DescribeLoadBalancerListeners` lists it. */
export function listenerRow(listener: Listener): Answer {
  const { LoadBalancerId, ListenerPort, ListenerProtocol, Status, Tags } = listener;
  const shown = Object.entries(shownAttributes(listener.Attributes));
  const common = Object.fromEntries(shown.filter(([name]) => IN_EVERY_LISTING.includes(name)));
  const own = Object.fromEntries(shown.filter(([name]) => !IN_EVERY_LISTING.includes(name)));
  return {
    LoadBalancerId,
    ListenerPort,
    ListenerProtocol,
    Status,
    ...common,
    AclIds: aclIdsOf(listener),
    [partOf(ListenerProtocol)]: own,
    Tags,
  };
}

function partOf(protocol: Protocol): string {
  return `${protocol.toUpperCase()}ListenerConfig`;
}

/** With a server group the port of the backends stands there, and the listener shows none. */
function shownAttributes({ BackendServerPort, ...rest }: Attributes): Attributes {
  const isOnGroup = rest['VServerGroupId'] !== undefined || rest['MasterSlaveServerGroupId'] !== undefined;
  return isOnGroup || BackendServerPort === undefined ? rest : { BackendServerPort, ...rest };
}

function layer7(state: SlbState, { LoadBalancerId, ListenerPort, ListenerProtocol }: Listener): Answer {
  const isMine = (each: { LoadBalancerId: string; ListenerPort: number }): boolean =>
    each.LoadBalancerId === LoadBalancerId && each.ListenerPort === ListenerPort;
  const rules = [...state.rules.values()].filter(isMine);
  const Rule = rules.map(({ RuleId, RuleName, Domain, Url, VServerGroupId }) => ({
    RuleId,
    RuleName,
    Domain,
    Url,
    VServerGroupId,
  }));
  if (ListenerProtocol === 'http') return { Rules: { Rule } };
  const DomainExtension = [...state.domainExtensions.values()]
    .filter(isMine)
    .map(({ DomainExtensionId, Domain, ServerCertificateId }) => ({ DomainExtensionId, Domain, ServerCertificateId }));
  return { Rules: { Rule }, DomainExtensions: { DomainExtension } };
}
