import * as z from 'zod';
import { optionalText, tags, wrapped } from '../cloud/answer.ts';
import type { Cluster, OwnedResource } from '../model/resource.ts';
import { ownedBy } from './collector.ts';
import { CLUSTER_TAG } from './ecs-marks.ts';

/** A file system as NAS answers it. */
export const fileSystem = z.object({
  FileSystemId: z.string(),
  FileSystemType: optionalText,
  Description: optionalText,
  MountTargets: wrapped(
    'MountTarget',
    z.object({ MountTargetDomain: optionalText, AccessGroupName: optionalText, VpcId: optionalText }),
  ),
  Tags: tags,
});
type FileSystem = z.infer<typeof fileSystem>;

/**
 * A file system as the cluster's, with the addresses and permission groups through which its nodes mount it. CSI marks
 * what it makes; on others the tag counts where the cluster's VPC can mount it. Other static volumes leave no mark.
 */
export function fileSystemOf(cluster: Cluster, item: FileSystem): readonly OwnedResource[] {
  if (item.Tags.get(CLUSTER_TAG) !== cluster.id) return [];
  const isMadeByCsi = item.Tags.get('createdby')?.includes('csi') === true;
  if (!isMadeByCsi && !item.MountTargets.some(({ VpcId }) => VpcId !== undefined && VpcId === cluster.vpcId)) return [];
  const parent = { kind: 'nas.file-system', id: item.FileSystemId } as const;
  const child = (kind: 'nas.mount-target' | 'nas.access-group', id: string | undefined): readonly OwnedResource[] =>
    id === undefined ? [] : [ownedBy(cluster, 'nas', kind, id, 'volume-nas', { parent })];
  return [
    ownedBy(cluster, 'nas', parent.kind, parent.id, 'volume-nas', {
      ...(item.Description === undefined ? {} : { name: item.Description }),
      facts: { dynamic: isMadeByCsi },
    }),
    ...item.MountTargets.flatMap(({ MountTargetDomain: domain, AccessGroupName: group }) => [
      ...child('nas.mount-target', domain),
      ...child('nas.access-group', group),
    ]),
  ];
}
