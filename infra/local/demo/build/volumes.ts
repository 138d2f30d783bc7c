import { aDisk } from '../../cloud/ecs/defaults.ts';
import type { AckCluster } from '../../cloud/cs/state.ts';
import { aFileSystem, aMountTarget, groupKey } from '../../cloud/nas/state.ts';
import type { World } from '../../cloud/world.ts';
import { tagsOf } from './ids.ts';

/** Puts a disk that CSI made for a volume into the account; attached when an instance is said. */
export function addVolume(world: World, cluster: AckCluster, diskId: string, instanceId = ''): void {
  world.ecs.disks.set(
    diskId,
    aDisk({
      DiskId: diskId,
      DiskName: `disk-${diskId.slice(2)}`,
      RegionId: cluster.region,
      InstanceId: instanceId,
      ...(instanceId === '' ? {} : { Device: '/dev/xvdb' }),
      Tags: tagsOf(marks(cluster)),
    }),
  );
}

/** Puts a file system that CSI made for volumes that many pods share into the account, as nodes mount it. */
export function addSharedFiles(
  world: World,
  cluster: AckCluster,
  said: {
    readonly fileSystem: string;
    readonly mountTarget: string;
    readonly accessGroup: string;
    readonly rules: { readonly nodes: string; readonly pods: string };
  },
): void {
  const { fileSystem: FileSystemId, mountTarget: MountTargetDomain, accessGroup: AccessGroupName, rules } = said;
  const { nas, region: RegionId, vpc } = world;
  nas.fileSystems.set(FileSystemId, aFileSystem({ FileSystemId, RegionId, Tags: tagsOf(marks(cluster)) }));
  const [VswId = ''] = cluster.vswitchIds;
  const at = { VpcId: cluster.vpcId, VswId };
  nas.mountTargets.set(MountTargetDomain, aMountTarget({ ...at, FileSystemId, MountTargetDomain, AccessGroupName }));
  const open = { RWAccess: 'RDWR', UserAccess: 'no_squash', Priority: 1 };
  const blocks = cluster.vswitchIds.map((id) => vpc.vSwitches.get(id)?.CidrBlock ?? '');
  const Rules = [rules.nodes, rules.pods].map((AccessRuleId, index) => ({
    ...open,
    AccessRuleId,
    SourceCidrIp: blocks[index] ?? '',
  }));
  const group = { AccessGroupName, RegionId, FileSystemType: 'standard', AccessGroupType: 'Vpc' } as const;
  nas.accessGroups.set(groupKey('standard', AccessGroupName), { ...group, Description: '', Rules });
}

/** What CSI writes on what it makes. */
function marks(cluster: AckCluster): Readonly<Record<string, string>> {
  return { 'k8s.aliyun.com': 'true', createdby: 'alibabacloud-csi-plugin', 'ack.aliyun.com': cluster.id };
}
