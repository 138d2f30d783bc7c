import { aPermission, aSecurityGroup } from '../../cloud/ecs/firewall-defaults.ts';
import type { AckCluster } from '../../cloud/cs/state.ts';
import type { World } from '../../cloud/world.ts';
import { idOf } from './ids.ts';

/** Ids of the rules that ACK puts into the group it makes for a cluster. */
export interface NodeRules {
  /** Name service: pods ask the cluster's DNS on UDP 53. */
  readonly dnsFromPods: string;
  readonly allFromPods: string;
  readonly allFromVpc: string;
  readonly allOut: string;
}

/** The rule ids of a cluster's group, by the short name of the cluster. */
export function nodeRules(short: string): NodeRules {
  return {
    dnsFromPods: idOf('sgr', `${short}dns`),
    allFromPods: idOf('sgr', `${short}pods`),
    allFromVpc: idOf('sgr', `${short}vpc`),
    allOut: idOf('sgr', `${short}out`),
  };
}

/** The security group that ACK makes for a cluster: it carries no tags. */
export function addNodeSecurityGroup(world: World, cluster: AckCluster, rules: NodeRules, vpcCidr: string): void {
  const ingress = { Direction: 'ingress' } as const;
  world.ecs.securityGroups.set(
    cluster.securityGroupId,
    aSecurityGroup({
      SecurityGroupId: cluster.securityGroupId,
      SecurityGroupName: `alicloud-cs-auto-created-security-group-${cluster.id}`,
      Description: `security group of ACS Cluster ${cluster.id}`,
      RegionId: cluster.region,
      VpcId: cluster.vpcId,
      SecurityGroupType: 'enterprise',
      Permissions: [
        aPermission({
          ...ingress,
          SecurityGroupRuleId: rules.dnsFromPods,
          IpProtocol: 'UDP',
          PortRange: '53/53',
          SourceCidrIp: cluster.podCidr,
          Description: 'allow DNS requests of pods',
        }),
        aPermission({ ...ingress, SecurityGroupRuleId: rules.allFromPods, SourceCidrIp: cluster.podCidr }),
        aPermission({ ...ingress, SecurityGroupRuleId: rules.allFromVpc, SourceCidrIp: vpcCidr }),
        aPermission({ Direction: 'egress', SecurityGroupRuleId: rules.allOut, DestCidrIp: '0.0.0.0/0' }),
      ],
    }),
  );
}
