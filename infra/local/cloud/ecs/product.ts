import type { Operation, Product } from '../api.ts';
import { commandOperations } from './commands.ts';
import { diskAttachmentOperations } from './disk-attachments.ts';
import { diskOperations } from './disks.ts';
import { instanceChangeOperations } from './instance-changes.ts';
import { instanceStatusOperations } from './instance-status.ts';
import { instanceReads } from './instances.ts';
import { invocationOperations } from './invocations.ts';
import { settle } from './lifecycle.ts';
import { membershipOperations } from './memberships.ts';
import { networkInterfaceAddressOperations } from './network-interface-addresses.ts';
import { networkInterfaceAttachmentOperations } from './network-interface-attachments.ts';
import { networkInterfacePermissionOperations } from './network-interface-permissions.ts';
import { networkInterfaceOperations } from './network-interfaces.ts';
import { portRangeListOperations } from './port-range-lists.ts';
import { prefixListOperations } from './prefix-lists.ts';
import { renewalOperations } from './renewal.ts';
import { resourceGroupOperations } from './resource-groups.ts';
import { runInstancesOperations } from './run-instances.ts';
import { securityGroupRuleOperations } from './security-group-rules.ts';
import { securityGroupOperations } from './security-groups.ts';
import { sentFileOperations } from './sent-files.ts';
import type { EcsState } from './state.ts';
import { settleEvents, systemEventOperations } from './system-events.ts';
import { tagOperationsOfEcs } from './tags.ts';

/** Elastic Compute Service over one state. What takes time in the cloud takes a moment of the caller's clock here. */
export function ecsProduct(ecs: EcsState): Product {
  const operations: Readonly<Record<string, Operation>> = {
    ...instanceReads(ecs),
    ...runInstancesOperations(ecs),
    ...instanceStatusOperations(ecs),
    ...instanceChangeOperations(ecs),
    ...renewalOperations(ecs),
    ...securityGroupOperations(ecs),
    ...securityGroupRuleOperations(ecs),
    ...membershipOperations(ecs),
    ...networkInterfaceOperations(ecs),
    ...networkInterfaceAttachmentOperations(ecs),
    ...networkInterfaceAddressOperations(ecs),
    ...diskOperations(ecs),
    ...diskAttachmentOperations(ecs),
    ...prefixListOperations(ecs),
    ...portRangeListOperations(ecs),
    ...commandOperations(ecs),
    ...invocationOperations(ecs),
    ...sentFileOperations(ecs),
    ...systemEventOperations(ecs),
    ...networkInterfacePermissionOperations(ecs),
    ...resourceGroupOperations(ecs),
    ...tagOperationsOfEcs(ecs),
  };
  return {
    serviceName: 'Ecs',
    product: 'ecs',
    versions: ['2014-05-26', '2016-03-14'],
    style: 'RPC',
    callsPerSecond: 50,
    operations: Object.fromEntries(
      Object.entries(operations).map(([action, operation]) => [action, settling(ecs, operation)]),
    ),
  };
}

function settling(ecs: EcsState, operation: Operation): Operation {
  return {
    ...operation,
    run: (call) => {
      settle(ecs, call.now);
      settleEvents(ecs, call.now);
      return operation.run(call);
    },
  };
}
