import * as z from 'zod';
import { ask, optionalText, wrapped } from '../cloud/answer.ts';
import type { CloudCall } from '../cloud/cloud.ts';
import type { Cluster, OwnedResource, ResourceRef, Role } from '../model/resource.ts';
import { ownedBy } from './collector.ts';
import { interfaceOf } from './ecs-interfaces.ts';
import { CLUSTER_TAG, disk, isVolume, networkInterface } from './ecs-marks.ts';
import { instancesTogether } from './instances-together.ts';
import { lookUpEci } from './lookup-eci.ts';
import { lookUpNas } from './lookup-nas.ts';
import type { Live } from './ownership.ts';
import type { OwnershipContext } from './ownership.ts';

/** The least forgeable mark: users cannot set tags that begin with `acs:`. */
const SCALING_TAG = 'acs:autoscaling:scalingGroupId';
const AUTO_GROUP = 'alicloud-cs-auto-created-security-group-';

/** Resources of which whose they are shows in marks that ACK leaves, held against what the inventory knows. */
export async function lookUpByMarks(ref: ResourceRef, context: OwnershipContext): Promise<Live> {
  const kind: string = ref.kind;
  switch (kind) {
    case 'ecs.instance':
      return lookUpInstance(ref, context);
    case 'ecs.network-interface':
      return lookUpInterface(ref, context);
    case 'ecs.disk': {
      const schema = z.object({ Disks: wrapped('Disk', disk) });
      const [item] = (await ecs(context, 'DescribeDisks', { DiskIds: JSON.stringify([ref.id]) }, schema)).Disks;
      if (item === undefined) return 'gone';
      return asOwned(await clustersWhere(context, (cluster) => isVolume(item, cluster.id)), ref, 'volume-disk');
    }
    case 'ecs.security-group': {
      const schema = z.object({ SecurityGroupName: optionalText });
      const read = await ecs(context, 'DescribeSecurityGroupAttribute', { SecurityGroupId: ref.id }, schema);
      const named = await clustersWhere(context, ({ id }) => read.SecurityGroupName === `${AUTO_GROUP}${id}`);
      return asOwned(named, ref, 'node-security-group');
    }
    case 'nas.file-system':
    case 'nas.mount-target':
    case 'nas.access-point':
    case 'nas.fileset':
    case 'nas.protocol-service':
      return lookUpNas(ref, context);
    case 'eci.container-group':
    case 'eci.virtual-node':
      return lookUpEci(ref, context);
    default:
      return 'not-asked';
  }
}

async function lookUpInstance(ref: ResourceRef, context: OwnershipContext): Promise<Live> {
  const read = context.instance ?? instancesTogether([ref.id], context);
  const item = await read(ref.id);
  if (item === undefined) return 'gone';
  const group = item.Tags.get(SCALING_TAG);
  const owners = group === undefined ? [] : await ownersIn(context, group);
  const ids = new Set(owners.map((owner) => owner.clusterId));
  const tagged = item.Tags.get(CLUSTER_TAG);
  const vpcId = item.VpcAttributes?.VpcId;
  const clusters = await clustersWhere(
    context,
    (cluster) => ids.has(cluster.id) || (cluster.id === tagged && cluster.vpcId === vpcId),
  );
  return asOwned(clusters, ref, 'node');
}

async function lookUpInterface(ref: ResourceRef, context: OwnershipContext): Promise<Live> {
  const schema = z.object({ NetworkInterfaceSets: wrapped('NetworkInterfaceSet', networkInterface) });
  const read = await ecs(context, 'DescribeNetworkInterfaces', { NetworkInterfaceId: [ref.id] }, schema);
  const [item] = read.NetworkInterfaceSets;
  if (item === undefined) return 'gone';
  const known = item.InstanceId === undefined ? [] : await ownersIn(context, item.InstanceId);
  const clusters = await context.store.clusters(context.event.accountId);
  return clusters.flatMap((cluster) => {
    const mine = known.filter((owner) => owner.clusterId === cluster.id && owner.kind === 'ecs.instance');
    return interfaceOf(cluster, item, new Set(mine.map((owner) => owner.id)));
  });
}

async function clustersWhere(context: OwnershipContext, holds: (cluster: Cluster) => boolean) {
  return (await context.store.clusters(context.event.accountId)).filter(holds);
}

async function ownersIn(context: OwnershipContext, id: string): Promise<readonly OwnedResource[]> {
  return (await context.store.ownersOf(context.event.accountId, [id])).get(id) ?? [];
}

function asOwned(clusters: readonly Cluster[], ref: ResourceRef, role: Role): readonly OwnedResource[] {
  return clusters.map((cluster) => ownedBy(cluster, 'ecs', ref.kind, ref.id, role));
}

function ecs<T>(
  { cloud, event, deadline }: OwnershipContext,
  action: string,
  params: CloudCall['params'],
  schema: z.ZodType<T>,
): Promise<T> {
  return ask(cloud, { product: 'ecs', action, region: event.region, params, deadline }, schema);
}
