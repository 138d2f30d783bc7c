import type { Role } from '../../model/resource.ts';
import type { Consequence } from '../../model/rule.ts';
import { evaluate, type Verdict } from './evaluate.ts';
import type { Flow, Lists, SecurityGroupRules } from './rules.ts';

/** The groups of one node (or of all nodes alike) before and after a change, and what has to reach what. */
export interface GroupChange {
  readonly role: Role;
  /** Absent: no reading from before. */
  readonly before?: readonly SecurityGroupRules[];
  readonly after: readonly SecurityGroupRules[];
  readonly podCidrs: readonly string[];
  /** Groups that pods are in. Pods with addresses of a CIDR of their own are in none; Terway pods are in their interface's. */
  readonly podGroupIds?: readonly string[];
  /** Addresses of nodes, where known: they ask a master's API server. */
  readonly nodeCidrs?: readonly string[];
  /** Groups that nodes are in; absent: not known. */
  readonly nodeGroupIds?: readonly string[];
  /** Addresses of the API server, where known: nodes ask it. */
  readonly apiServerCidrs?: readonly string[];
  readonly lists: Lists;
  /** Where the lists have changed too. */
  readonly listsBefore?: Lists;
}

/** The kernel's default range, from which clients ask. ACK demands that it stays. */
const CLIENT_PORTS = '32768/60999';

/** What the change cuts off: needed flows that are dropped now and were not surely dropped before. */
export function consequencesOf(change: GroupChange): readonly Consequence[] {
  const needed: readonly [Consequence, readonly Flow[]][] = [
    ['dns-cut', dnsFlows(change)],
    ['api-server-cut', apiServerFlows(change)],
  ];
  return needed.filter(([, flows]) => flows.some((flow) => isCut(change, flow))).map(([consequence]) => consequence);
}

function isCut({ before, after, lists, listsBefore = lists }: GroupChange, flow: Flow): boolean {
  const then: Verdict = before === undefined ? 'unknown' : evaluate(before, flow, listsBefore);
  return then !== 'drop' && evaluate(after, flow, lists) === 'drop';
}

/** Pods ask a node, and a node asks pods: CoreDNS runs on some of them. */
function dnsFlows({ role, podCidrs, podGroupIds = [] }: GroupChange): readonly Flow[] {
  if (!isOfNodes(role) && !isOfMasters(role)) return [];
  return podCidrs.flatMap((peerCidr) =>
    (['ingress', 'egress'] as const).map((direction): Flow => ({
      direction,
      protocol: 'UDP',
      port: 53,
      peerCidr,
      peerGroupIds: podGroupIds,
      sourcePorts: CLIENT_PORTS,
    })),
  );
}

function apiServerFlows(change: GroupChange): readonly Flow[] {
  const call = { protocol: 'TCP', port: 6443, sourcePorts: CLIENT_PORTS } as const;
  if (isOfNodes(change.role)) {
    // A load balancer's address is in no security group.
    const away = { ...call, direction: 'egress', peerGroupIds: [] } as const;
    return (change.apiServerCidrs ?? []).map((peerCidr) => ({ ...away, peerCidr }));
  }
  if (!isOfMasters(change.role)) return [];
  const groups = change.nodeGroupIds === undefined ? {} : { peerGroupIds: change.nodeGroupIds };
  return (change.nodeCidrs ?? []).map((peerCidr) => ({ ...call, ...groups, direction: 'ingress', peerCidr }));
}

function isOfNodes(role: Role): boolean {
  return role === 'node' || role === 'node-security-group';
}

function isOfMasters(role: Role): boolean {
  return role === 'master' || role === 'master-security-group';
}
