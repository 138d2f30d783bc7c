import type { Product } from './endpoints.ts';

/** One read call that ackwatch makes and the RAM action that allows it. */
export interface Permission {
  readonly product: Product;
  readonly action: string;
  readonly ramAction: string;
}

const same = (product: Product, ...actions: readonly string[]): readonly Permission[] =>
  actions.map((action) => ({ product, action, ramAction: `${product}:${action}` }));

/** RAM calls Log Service `log`. */
function logService(...actions: readonly string[]): readonly Permission[] {
  return actions.map((action) => ({ product: 'sls', action, ramAction: `log:${action}` }));
}

/** Every call of inventory and inspection; the RAM policy is generated from it. CS names some RAM actions unlike its API. */
export const PERMISSIONS: readonly Permission[] = [
  { product: 'cs', action: 'DescribeClustersV1', ramAction: 'cs:DescribeClustersV1' },
  { product: 'cs', action: 'DescribeClustersV1', ramAction: 'cs:ListClusters' },
  { product: 'cs', action: 'DescribeClusterDetail', ramAction: 'cs:DescribeClusterDetail' },
  { product: 'cs', action: 'DescribeClusterDetail', ramAction: 'cs:GetClusterInfo' },
  ...same(
    'cs',
    'DescribeClusterResources',
    'DescribeClusterNodePools',
    'DescribeClusterNodes',
    'ListClusterAddonInstances',
    'ListAutoRepairPolicies',
  ),
  ...same(
    'slb',
    'DescribeLoadBalancerAttribute',
    'DescribeLoadBalancerListeners',
    'DescribeLoadBalancerTCPListenerAttribute',
    'DescribeLoadBalancerUDPListenerAttribute',
    'DescribeLoadBalancerHTTPListenerAttribute',
    'DescribeLoadBalancerHTTPSListenerAttribute',
    'DescribeVServerGroups',
    'DescribeVServerGroupAttribute',
    'DescribeMasterSlaveServerGroups',
    'DescribeMasterSlaveServerGroupAttribute',
    'DescribeRules',
    'DescribeRuleAttribute',
    'DescribeDomainExtensions',
    'DescribeDomainExtensionAttribute',
    'DescribeServerCertificates',
    'DescribeCACertificates',
    'ListTLSCipherPolicies',
    'DescribeAccessControlListAttribute',
    'DescribeListenerAccessControlAttribute',
    'ListTagResources',
  ),
  ...same(
    'alb',
    'ListLoadBalancers',
    'GetLoadBalancerAttribute',
    'ListListeners',
    'GetListenerAttribute',
    'ListListenerCertificates',
    'ListRules',
    'ListServerGroups',
    'ListServerGroupServers',
    'ListAcls',
    'ListAclEntries',
    'ListAclRelations',
    'ListAScripts',
    'ListSecurityPolicies',
    'ListSecurityPolicyRelations',
    'ListTagResources',
  ),
  ...same(
    'nlb',
    'ListLoadBalancers',
    'GetLoadBalancerAttribute',
    'ListListeners',
    'GetListenerAttribute',
    'ListListenerCertificates',
    'ListServerGroups',
    'ListServerGroupServers',
    'ListSecurityPolicy',
    'ListTagResources',
  ),
  ...same(
    'vpc',
    'DescribeEipAddresses',
    'DescribeVpcAttribute',
    'DescribeVSwitches',
    'DescribeRouteEntryList',
    'DescribeNatGateways',
    'DescribeSnatTableEntries',
    'DescribeNetworkAclAttributes',
    'GetDhcpOptionsSet',
    'GetIpv4GatewayAttribute',
    'GetVpcPrefixListEntries',
  ),
  ...same('nas', 'DescribeFileSystems', 'DescribeAccessRules', 'DescribeDirQuotas'),
  ...same('eflo', 'ListElasticNetworkInterfaces', 'ListLeniPrivateIpAddresses'),
  { product: 'eflo-controller', action: 'ListClusterNodes', ramAction: 'eflo:ListClusterNodes' },
  { product: 'eflo-controller', action: 'DescribeNode', ramAction: 'eflo:DescribeNode' },
  { product: 'eflo-controller', action: 'DescribeNodeGroup', ramAction: 'eflo:DescribeNodeGroup' },
  ...same('eci', 'DescribeContainerGroups', 'DescribeVirtualNodes'),
  ...same(
    'ecs',
    'DescribeInstances',
    'DescribeInstanceAutoRenewAttribute',
    'DescribeNetworkInterfaces',
    'DescribeSecurityGroups',
    'DescribeSecurityGroupAttribute',
    'DescribePrefixListAttributes',
    'DescribePortRangeListEntries',
    'DescribeDisks',
    'DescribePrefixListAssociations',
    'DescribePortRangeListAssociations',
    'DescribeNetworkInterfacePermissions',
    'DescribeAutoProvisioningGroupInstances',
    'DescribeCommands',
    'DescribeInvocations',
  ),
  ...same('ess', 'DescribeScalingInstances', 'DescribeScheduledTasks', 'DescribeScalingGroups'),
  ...logService(
    'GetProject',
    'ListLogStores',
    'GetLogStore',
    'ListMachineGroup',
    'GetMachineGroup',
    'GetAppliedConfigs',
    'ListConfig',
    'GetConfig',
    'GetLogtailPipelineConfig',
  ),
  { product: 'ims', action: 'GetOIDCProvider', ramAction: 'ram:GetOIDCProvider' },
  ...same('ram', 'GetRole', 'GetPolicy', 'ListPoliciesForRole'),
  ...same('actiontrail', 'LookupEvents'),
];
