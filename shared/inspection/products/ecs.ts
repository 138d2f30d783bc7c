import type { Reader } from '../reader.ts';
import { ecsDisk } from '../readers/ecs-disk.ts';
import { ecsInstance } from '../readers/ecs-instance.ts';
import { ecsInstanceRenewal } from '../readers/ecs-instance-renewal.ts';
import { ecsNetworkInterface } from '../readers/ecs-network-interface.ts';
import { ecsNetworkInterfaceAddresses } from '../readers/ecs-network-interface-addresses.ts';
import { ecsNetworkInterfaceTags } from '../readers/ecs-network-interface-tags.ts';
import { ecsPortRangeList } from '../readers/ecs-port-range-list.ts';
import { ecsPrefixList } from '../readers/ecs-prefix-list.ts';
import { ecsSecurityGroup } from '../readers/ecs-security-group.ts';
import { ecsSecurityGroupRules } from '../readers/ecs-security-group-rules.ts';
import { essInstance } from '../readers/ess-instance.ts';

/** The readers of what belongs to Elastic Compute Service. Of one kind, `configuration` stands first: others may depend on it. */
export const READERS: readonly Reader[] = [
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
];
