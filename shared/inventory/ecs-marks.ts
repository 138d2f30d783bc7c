import * as z from 'zod';
import { optionalText, tags, wrapped } from '../cloud/answer.ts';

/** The tag under which ACK writes the cluster's id. */
export const CLUSTER_TAG = 'ack.aliyun.com';

/** A network interface as ECS answers it. */
export const networkInterface = z.object({
  NetworkInterfaceId: z.string(),
  InstanceId: optionalText,
  VSwitchId: optionalText,
  Type: optionalText,
  Description: optionalText,
  SecurityGroupIds: wrapped('SecurityGroupId', z.string()),
  Tags: tags,
});
export type NetworkInterface = z.infer<typeof networkInterface>;

/** A disk as ECS answers it. */
export const disk = z.object({ DiskId: z.string(), DiskName: optionalText, Tags: tags });

/** An instance as ECS answers it. */
export const instance = z.object({
  InstanceId: z.string(),
  InstanceName: optionalText,
  VpcAttributes: z.object({ VpcId: optionalText }).nullish(),
  Tags: tags,
});

/** What an interface is to the cluster: a node's own, a pod's, or nothing. */
export function roleOfInterface(
  item: NetworkInterface,
  clusterId: string,
  nodes: ReadonlySet<string>,
): 'node-eni' | 'pod-eni' | undefined {
  const isOnNode = item.InstanceId !== undefined && nodes.has(item.InstanceId);
  if (isOnNode && item.Type === 'Primary') return 'node-eni';
  const isTerway =
    item.Tags.get('creator')?.startsWith('terway') === true || item.Description === 'interface create by terway';
  const isTagged = item.Tags.get(CLUSTER_TAG) === clusterId;
  return isTerway && (isTagged || isOnNode) ? 'pod-eni' : undefined;
}

/** Whether CSI made the disk for this cluster. */
export function isVolume(item: z.infer<typeof disk>, clusterId: string): boolean {
  return item.Tags.get(CLUSTER_TAG) === clusterId && item.Tags.get('createdby')?.includes('csi') === true;
}
