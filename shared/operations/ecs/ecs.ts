import type { OperationTable } from '../../model/operation.ts';
import { ADJACENT, on } from '../touch.ts';
import { commands } from './commands.ts';
import { disks } from './disks.ts';
import { ignored } from './ignored.ts';
import { instances } from './instances.ts';
import { networkInterfaces } from './network-interfaces.ts';
import { network } from './network.ts';
import { securityGroups } from './security-groups.ts';
import { tags } from './tags.ts';

/** What each write of ActionTrail's service Ecs does, and to which resource. */
export const ecs: OperationTable = {
  service: 'Ecs',
  versions: ['2014-05-26', '2016-03-14'],
  actions: {
    ...instances,
    ...securityGroups,
    ...networkInterfaces,
    ...disks,
    ...commands,
    ...tags,
    ...network,
  },
  ignored,
  fallback: [on('ecs.network-interface', 'NetworkInterfaceId')('unknown-change', ADJACENT)],
};
