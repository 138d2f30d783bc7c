import type { Tag } from '../tags.ts';

/** What runs one Pod of a virtual node. */
export interface ContainerGroup {
  readonly ContainerGroupId: string;
  readonly ContainerGroupName: string;
  readonly RegionId: string;
  readonly ZoneId: string;
  readonly VpcId: string;
  readonly VSwitchId: string;
  readonly SecurityGroupId: string;
  readonly Status: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Restarting';
  readonly Cpu: number;
  /** GiB. */
  readonly Memory: number;
  readonly RestartPolicy: string;
  readonly Containers: readonly { readonly Name: string; readonly Image: string }[];
  readonly Tags: readonly Tag[];
}

export interface VirtualNode {
  readonly VirtualNodeId: string;
  readonly VirtualNodeName: string;
  readonly RegionId: string;
  readonly VpcId: string;
  readonly Status: 'Pending' | 'Ready';
  readonly Tags: readonly Tag[];
}

/** Elastic container instances, by id. Records are replaced, never changed in place. */
export interface EciState {
  readonly containerGroups: Map<string, ContainerGroup>;
  readonly virtualNodes: Map<string, VirtualNode>;
}

export function createEciState(): EciState {
  return { containerGroups: new Map(), virtualNodes: new Map() };
}

type Needs<T, K extends keyof T> = Pick<T, K> & Partial<T>;

/** A running group of one container with everything that was not said as the cloud would set it. */
export function aContainerGroup(
  said: Needs<ContainerGroup, 'ContainerGroupId' | 'ContainerGroupName' | 'RegionId' | 'VpcId'>,
): ContainerGroup {
  return {
    ZoneId: `${said.RegionId}-h`,
    VSwitchId: '',
    SecurityGroupId: '',
    Status: 'Running',
    Cpu: 2,
    Memory: 4,
    RestartPolicy: 'Always',
    Containers: [{ Name: 'app', Image: 'registry.example.com/app:1' }],
    Tags: [],
    ...said,
  };
}
