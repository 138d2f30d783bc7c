import { aDisk } from '../../cloud/ecs/defaults.ts';
import type { AckCluster } from '../../cloud/cs/state.ts';
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
      Tags: tagsOf({
        'k8s.aliyun.com': 'true',
        createdby: 'alibabacloud-csi-plugin',
        'ack.aliyun.com': cluster.id,
      }),
    }),
  );
}
