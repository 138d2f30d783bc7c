import type { Command, Invocation, SentFile } from './assistant.ts';
import type { PortRangeList, PrefixList, SecurityGroup } from './firewall.ts';
import type { Disk, Instance, InterfacePermission, NetworkInterface, SystemEvent } from './machines.ts';

/** Everything ECS holds, by id. Records are replaced, never changed in place; read them through `settled`. */
export interface EcsState {
  readonly instances: Map<string, Instance>;
  readonly networkInterfaces: Map<string, NetworkInterface>;
  readonly securityGroups: Map<string, SecurityGroup>;
  readonly disks: Map<string, Disk>;
  readonly prefixLists: Map<string, PrefixList>;
  readonly portRangeLists: Map<string, PortRangeList>;
  readonly commands: Map<string, Command>;
  readonly invocations: Map<string, Invocation>;
  readonly sentFiles: Map<string, SentFile>;
  readonly systemEvents: Map<string, SystemEvent>;
  readonly interfacePermissions: Map<string, InterfacePermission>;
  /** Instances that are gone for good, and since when: scaling groups and server groups must forget them. */
  readonly released: Map<string, Date>;
}

export function createEcsState(): EcsState {
  return {
    instances: new Map(),
    networkInterfaces: new Map(),
    securityGroups: new Map(),
    disks: new Map(),
    prefixLists: new Map(),
    portRangeLists: new Map(),
    commands: new Map(),
    invocations: new Map(),
    sentFiles: new Map(),
    systemEvents: new Map(),
    interfacePermissions: new Map(),
    released: new Map(),
  };
}
