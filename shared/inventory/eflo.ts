import * as z from 'zod';
import { ask, optionalText } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { byNextToken, byPageNumber } from '../cloud/paging.ts';
import type { Cluster, OwnedResource } from '../model/resource.ts';
import { type Collected, type Collector, distinct, joined, listed, ownedBy, part } from './collector.ts';

const PAGE_SIZE = 100;

const nodePage = z.object({
  Nodes: z
    .array(
      z.object({
        NodeId: z.string(),
        NodeGroupId: optionalText,
        Hostname: optionalText,
        Networks: z.array(z.object({ VpdId: optionalText })).nullish(),
      }),
    )
    .nullish(),
  NextToken: optionalText,
});
const interfacePage = z.object({
  Content: z.object({
    Data: z
      .array(z.object({ ElasticNetworkInterfaceId: z.string(), NodeId: optionalText, Type: optionalText }))
      .nullish(),
    Total: z.coerce.number().nullish(),
  }),
});

/** Lingjun nodes behind the node pools of a cluster, and their network. Asks nothing where there are none. */
export const efloCollector: Collector = {
  name: 'eflo',
  permissions: ['eflo:ListClusterNodes', 'eflo:ListElasticNetworkInterfaces'],
  collect: async (cloud, cluster, deadline, known) => {
    const groups = new Map(known.filter(({ kind }) => kind === 'eflo.node-group').map((group) => [group.id, group]));
    const wholes = known.filter(({ kind }) => kind === 'eflo.cluster');
    const nodes = await Promise.all(
      wholes.map((whole) => part(() => readNodes(cloud, cluster, whole, groups, deadline))),
    );
    const found = joined(nodes);
    const ids = new Set(found.resources.filter(({ kind }) => kind === 'eflo.node').map(({ id }) => id));
    const interfaces = ids.size === 0 ? [] : [await part(() => readInterfaces(cloud, cluster, ids, deadline))];
    return joined([found, ...interfaces]);
  },
};

/** Nodes of the groups that node pools of the cluster stand on. */
async function readNodes(
  cloud: Cloud,
  cluster: Cluster,
  whole: OwnedResource,
  groups: ReadonlyMap<string, OwnedResource>,
  deadline: number,
): Promise<Collected> {
  const { region } = cluster;
  const listing = await byNextToken(async (NextToken) => {
    const params = { ClusterId: whole.id, MaxResults: PAGE_SIZE, NextToken };
    const call = { product: 'eflo-controller', action: 'ListClusterNodes', region, params, deadline } as const;
    const read = await ask(cloud, call, nodePage);
    return { items: read.Nodes ?? [], nextToken: read.NextToken };
  });
  const found = listed(listing, ({ NodeId, NodeGroupId, Hostname, Networks }) => {
    const group = groups.get(NodeGroupId ?? '');
    if (group === undefined) return [];
    const { nodePoolId } = group.facts;
    const networks = (Networks ?? []).flatMap(({ VpdId }) => VpdId ?? []);
    return [
      ownedBy(cluster, 'eflo', 'eflo.node', NodeId, 'lingjun-node', {
        ...(Hostname === undefined ? {} : { name: Hostname }),
        parent: { kind: group.kind, id: group.id },
        facts: nodePoolId === undefined ? {} : { nodePoolId },
      }),
      ...networks.map((id) => ownedBy(cluster, 'eflo', 'eflo.vpd', id, 'lingjun-network')),
    ];
  });
  return { ...found, resources: distinct(found.resources) };
}

/** Terway leaves no tags on these: an interface is the cluster's when it hangs on one of its nodes. */
async function readInterfaces(
  cloud: Cloud,
  cluster: Cluster,
  nodes: ReadonlySet<string>,
  deadline: number,
): Promise<Collected> {
  const { region, vpcId: VpcId } = cluster;
  const listing = await byPageNumber(async (PageNumber) => {
    const params = { VpcId, PageSize: PAGE_SIZE, PageNumber };
    const call = { product: 'eflo', action: 'ListElasticNetworkInterfaces', region, params, deadline } as const;
    const { Content } = await ask(cloud, call, interfacePage);
    const items = Content.Data ?? [];
    return { items, total: Content.Total ?? items.length };
  });
  return listed(listing, ({ ElasticNetworkInterfaceId: id, NodeId, Type }) => {
    if (NodeId === undefined || !nodes.has(NodeId)) return [];
    const role = Type === 'DEFAULT' ? 'node-eni' : 'pod-eni';
    const parent = { kind: 'eflo.node', id: NodeId } as const;
    return [ownedBy(cluster, 'eflo', 'eflo.network-interface', id, role, { parent, facts: { instanceId: NodeId } })];
  });
}
