import type { Effect } from '../model/operation.ts';
import type { ResourceKind } from '../model/resource.ts';
import type { Reader } from './reader.ts';
import { albAcl } from './readers/alb-acl.ts';
import { albListener } from './readers/alb-listener.ts';
import { albListenerCertificates } from './readers/alb-listener-certificates.ts';
import { albLoadBalancer } from './readers/alb-load-balancer.ts';
import { albRule } from './readers/alb-rule.ts';
import { albScript } from './readers/alb-script.ts';
import { albSecurityPolicy } from './readers/alb-security-policy.ts';
import { albServerGroup } from './readers/alb-server-group.ts';
import { albLoadBalancerTags, albServerGroupTags } from './readers/alb-tags.ts';
import { nlbListener } from './readers/nlb-listener.ts';
import { nlbListenerCertificates } from './readers/nlb-listener-certificates.ts';
import { nlbLoadBalancer } from './readers/nlb-load-balancer.ts';
import { nlbSecurityPolicy } from './readers/nlb-security-policy.ts';
import { nlbServerGroup } from './readers/nlb-server-group.ts';
import { nlbLoadBalancerTags, nlbServerGroupTags } from './readers/nlb-tags.ts';
import { vpcEip } from './readers/vpc-eip.ts';
import { eciContainerGroup } from './readers/eci-container-group.ts';
import { eciVirtualNode } from './readers/eci-virtual-node.ts';
import { ecsDisk } from './readers/ecs-disk.ts';
import { ecsInstanceRenewal } from './readers/ecs-instance-renewal.ts';
import { ecsInstance } from './readers/ecs-instance.ts';
import { ecsNetworkInterfaceAddresses } from './readers/ecs-network-interface-addresses.ts';
import { ecsNetworkInterfaceTags } from './readers/ecs-network-interface-tags.ts';
import { ecsNetworkInterface } from './readers/ecs-network-interface.ts';
import { ecsPortRangeList } from './readers/ecs-port-range-list.ts';
import { ecsPrefixList } from './readers/ecs-prefix-list.ts';
import { ecsSecurityGroupRules } from './readers/ecs-security-group-rules.ts';
import { ecsSecurityGroup } from './readers/ecs-security-group.ts';
import { efloNetworkInterfaceAddresses } from './readers/eflo-network-interface-addresses.ts';
import { efloNetworkInterface } from './readers/eflo-network-interface.ts';
import { efloNodeGroup } from './readers/eflo-node-group.ts';
import { efloNode } from './readers/eflo-node.ts';
import { efloVpd } from './readers/eflo-vpd.ts';
import { essInstance } from './readers/ess-instance.ts';
import { essScalingGroup } from './readers/ess-scaling-group.ts';
import { essScheduledTask } from './readers/ess-scheduled-task.ts';
import { csAddOns } from './readers/cs-add-ons.ts';
import { csCluster } from './readers/cs-cluster.ts';
import { csRepairPolicies } from './readers/cs-repair-policies.ts';
import { csNodePool } from './readers/cs-node-pool.ts';
import { ramOidcProvider } from './readers/ram-oidc-provider.ts';
import { ramPolicy } from './readers/ram-policy.ts';
import { ramRole } from './readers/ram-role.ts';
import { nasAccessGroup } from './readers/nas-access-group.ts';
import { nasAccessPoints } from './readers/nas-access-points.ts';
import { nasFilesets } from './readers/nas-filesets.ts';
import { nasFileSystemQuotas } from './readers/nas-file-system-quotas.ts';
import { nasFileSystem } from './readers/nas-file-system.ts';
import { nasProtocolServices } from './readers/nas-protocol-services.ts';
import { slbAcl } from './readers/slb-acl.ts';
import { slbCertificate } from './readers/slb-certificate.ts';
import { slbDomainExtension } from './readers/slb-domain-extension.ts';
import { slbListenerWhiteList } from './readers/slb-listener-white-list.ts';
import { slbListener } from './readers/slb-listener.ts';
import { slbLoadBalancerTags } from './readers/slb-load-balancer-tags.ts';
import { slbLoadBalancer } from './readers/slb-load-balancer.ts';
import { slbMasterSlaveGroup } from './readers/slb-master-slave-group.ts';
import { slbRule } from './readers/slb-rule.ts';
import { slbTlsPolicy } from './readers/slb-tls-policy.ts';
import { slbVServerGroup } from './readers/slb-vserver-group.ts';
import { slsCollectionConfig } from './readers/sls-collection-config.ts';
import { slsLogstore } from './readers/sls-logstore.ts';
import { slsMachineGroup } from './readers/sls-machine-group.ts';
import { slsProject } from './readers/sls-project.ts';
import { vpcDhcpOptionsSet } from './readers/vpc-dhcp-options-set.ts';
import { vpcIpv4Gateway } from './readers/vpc-ipv4-gateway.ts';
import { vpcNatGateway } from './readers/vpc-nat-gateway.ts';
import { vpcNetworkAcl } from './readers/vpc-network-acl.ts';
import { vpcPrefixList } from './readers/vpc-prefix-list.ts';
import { vpcRouteTable } from './readers/vpc-route-table.ts';
import { vpcSnatTable } from './readers/vpc-snat-table.ts';
import { vpcVpc } from './readers/vpc-vpc.ts';
import { vpcVSwitch } from './readers/vpc-vswitch.ts';

/** Every reader. Of one kind, `configuration` stands first: others may depend on it. */
export const READERS: readonly Reader[] = [
  slbLoadBalancer,
  slbLoadBalancerTags,
  slbListener,
  slbListenerWhiteList,
  slbVServerGroup,
  slbMasterSlaveGroup,
  slbAcl,
  slbRule,
  slbDomainExtension,
  slbCertificate,
  slbTlsPolicy,
  nlbLoadBalancer,
  nlbLoadBalancerTags,
  nlbListener,
  nlbListenerCertificates,
  nlbServerGroup,
  nlbServerGroupTags,
  nlbSecurityPolicy,
  albLoadBalancer,
  albLoadBalancerTags,
  albListener,
  albListenerCertificates,
  albRule,
  albServerGroup,
  albServerGroupTags,
  albAcl,
  albScript,
  albSecurityPolicy,
  vpcEip,
  ecsInstance,
  ecsInstanceRenewal,
  essInstance,
  ecsNetworkInterface,
  ecsNetworkInterfaceAddresses,
  ecsNetworkInterfaceTags,
  ecsDisk,
  ecsSecurityGroup,
  ecsSecurityGroupRules,
  ecsPrefixList,
  ecsPortRangeList,
  essScalingGroup,
  essScheduledTask,
  csCluster,
  csAddOns,
  csRepairPolicies,
  csNodePool,
  ramRole,
  ramPolicy,
  ramOidcProvider,
  vpcVpc,
  vpcDhcpOptionsSet,
  vpcVSwitch,
  vpcRouteTable,
  vpcPrefixList,
  vpcNetworkAcl,
  vpcNatGateway,
  vpcSnatTable,
  vpcIpv4Gateway,
  nasFileSystem,
  nasFileSystemQuotas,
  nasAccessPoints,
  nasFilesets,
  nasProtocolServices,
  nasAccessGroup,
  efloNode,
  efloNodeGroup,
  efloNetworkInterface,
  efloNetworkInterfaceAddresses,
  efloVpd,
  eciContainerGroup,
  eciVirtualNode,
  slsProject,
  slsLogstore,
  slsMachineGroup,
  slsCollectionConfig,
];

/** The readers of a kind. */
export function readersOf(kind: ResourceKind): readonly Reader[] {
  return READERS.filter((reader) => reader.kind === kind);
}

/** The readers of what this effect can have changed. */
export function readersFor(kind: ResourceKind, effect: Effect): readonly Reader[] {
  return readersOf(kind).filter((reader) => reader.effects.includes(effect));
}

/** The reader of one aspect. */
export function readerOf(kind: ResourceKind, aspect: string): Reader | undefined {
  return readersOf(kind).find((reader) => reader.aspect === aspect);
}
