import { anInstance, place } from '../cloud/ecs/defaults.ts';
import { aPermission, aSecurityGroup } from '../cloud/ecs/firewall-defaults.ts';
import { aScalingGroup } from '../cloud/ess/defaults.ts';
import { aFileSystem, aMountTarget } from '../cloud/nas/state.ts';
import type { World } from '../cloud/world.ts';
import { idOf, tagsOf } from './build/ids.ts';
import { addLoadBalancer } from './build/load-balancer.ts';
import { PROD } from './prod-ids.ts';

/** Ids of resources that look like a cluster's and are nobody's: names and tags prove nothing. */
export const TWINS = {
  vpc: idOf('vpc', 'lab'),
  loadBalancer: idOf('lb', 'twinapi'),
  listenerPort: 6443,
  group: idOf('rsp', 'twinapi'),
  instance: idOf('i', 'twinworker'),
  networkInterface: idOf('eni', 'twinworker'),
  disk: idOf('d', 'twinworker'),
  securityGroup: idOf('sg', 'twinnodes'),
  rule: idOf('sgr', 'twinnodes'),
  scalingGroup: idOf('asg', 'twinpool'),
  fileSystem: '1f00ba4999',
} as const;

/** Puts the look-alikes into the account: somebody's lab, with names and a tag copied from `prod`. */
export function seedTwins(world: World): void {
  const RegionId = world.region;
  const VpcId = TWINS.vpc;
  const VSwitchId = idOf('vsw', 'lab');
  const Tags = tagsOf({ 'ack.aliyun.com': PROD.clusterId });
  addLoadBalancer(
    world,
    {
      LoadBalancerId: TWINS.loadBalancer,
      LoadBalancerName: `ManagedK8SSlbIntranet-${PROD.clusterId}`,
      VpcId,
      VSwitchId,
      Tags,
    },
    [{ port: TWINS.listenerPort, name: 'kube-apiserver', groupId: TWINS.group, backends: [] }],
  );
  world.ecs.securityGroups.set(
    TWINS.securityGroup,
    aSecurityGroup({
      SecurityGroupId: TWINS.securityGroup,
      SecurityGroupName: `alicloud-cs-auto-created-security-group-${PROD.clusterId}-lab`,
      RegionId,
      VpcId,
      Permissions: [
        aPermission({ SecurityGroupRuleId: TWINS.rule, Direction: 'ingress', SourceCidrIp: '10.9.0.0/16' }),
      ],
      Tags,
    }),
  );
  place(
    world.ecs,
    anInstance({
      InstanceId: TWINS.instance,
      InstanceName: `worker-k8s-for-cs-${PROD.clusterId}`,
      RegionId,
      VpcId,
      VSwitchId,
      PrivateIpAddress: '10.9.0.11',
      SecurityGroupIds: [TWINS.securityGroup],
      Tags,
    }),
  );
  world.ess.scalingGroups.set(
    TWINS.scalingGroup,
    aScalingGroup({
      ScalingGroupId: TWINS.scalingGroup,
      ScalingGroupName: `acs-nodePool-${PROD.elastic.pool}`,
      RegionId,
      VpcId,
      VSwitchIds: [VSwitchId],
      MinSize: 1,
      MaxSize: 3,
      Tags,
    }),
  );
  const FileSystemId = TWINS.fileSystem;
  const MountTargetDomain = `${FileSystemId}-lab.${RegionId}.nas.aliyuncs.com`;
  const mounted = { FileSystemId, MountTargetDomain, AccessGroupName: 'DEFAULT_VPC_GROUP_NAME' };
  world.nas.fileSystems.set(FileSystemId, aFileSystem({ FileSystemId, RegionId, Tags }));
  world.nas.mountTargets.set(MountTargetDomain, aMountTarget({ ...mounted, VpcId, VswId: VSwitchId }));
}
