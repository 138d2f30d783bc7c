export interface LingjunCluster {
  readonly ClusterId: string;
  readonly ClusterName: string;
  readonly RegionId: string;
}

export interface NodeGroup {
  readonly NodeGroupId: string;
  readonly NodeGroupName: string;
  readonly RegionId: string;
  readonly ClusterId: string;
  readonly MachineType: string;
  readonly ImageId: string;
  readonly RamRoleName: string;
}

export interface LingjunNode {
  readonly NodeId: string;
  readonly RegionId: string;
  /** Both are empty while the node serves no cluster. */
  readonly ClusterId: string;
  readonly NodeGroupId: string;
  readonly Hostname: string;
  readonly MachineType: string;
  readonly ImageId: string;
  readonly OperatingState: 'Using' | 'ClusterNodeStopped' | 'Unused';
  readonly VpcId: string;
  readonly VpdId: string;
  readonly ExpiredTime: string;
}

/** A network interface of a Lingjun node. */
export interface Leni {
  readonly ElasticNetworkInterfaceId: string;
  readonly RegionId: string;
  readonly ZoneId: string;
  readonly VpcId: string;
  readonly VSwitchId: string;
  readonly SecurityGroupId: string;
  /** Empty while it hangs on nothing. */
  readonly NodeId: string;
  readonly Type: 'CUSTOM' | 'DEFAULT';
  readonly Ip: string;
  readonly Description: string;
  /** Further addresses, by name. */
  readonly Addresses: Readonly<Record<string, string>>;
}

/** A Lingjun network (灵骏网段). */
export interface Vpd {
  readonly VpdId: string;
  readonly VpdName: string;
  readonly RegionId: string;
  readonly Cidr: string;
  readonly SecondaryCidrBlocks: readonly string[];
}

export interface Subnet {
  readonly SubnetId: string;
  readonly SubnetName: string;
  readonly RegionId: string;
  readonly VpdId: string;
  readonly Cidr: string;
  readonly Type: string;
  readonly ZoneId: string;
}

/** Lingjun's nodes and their network, by id. Records are replaced, never changed in place. */
export interface EfloState {
  readonly clusters: Map<string, LingjunCluster>;
  readonly nodeGroups: Map<string, NodeGroup>;
  readonly nodes: Map<string, LingjunNode>;
  readonly interfaces: Map<string, Leni>;
  readonly vpds: Map<string, Vpd>;
  readonly subnets: Map<string, Subnet>;
}

export function createEfloState(): EfloState {
  return {
    clusters: new Map(),
    nodeGroups: new Map(),
    nodes: new Map(),
    interfaces: new Map(),
    vpds: new Map(),
    subnets: new Map(),
  };
}

type Needs<T, K extends keyof T> = Pick<T, K> & Partial<T>;

/** A node at work with everything that was not said as the cloud would set it. */
export function aLingjunNode(
  said: Needs<LingjunNode, 'NodeId' | 'RegionId' | 'ClusterId' | 'NodeGroupId' | 'VpcId'>,
): LingjunNode {
  return {
    Hostname: said.NodeId,
    MachineType: 'efg1.nvga1',
    ImageId: 'i190283451700725000000',
    OperatingState: 'Using',
    VpdId: '',
    ExpiredTime: '2027-06-01T16:00:00Z',
    ...said,
  };
}

export function aLeni(said: Needs<Leni, 'ElasticNetworkInterfaceId' | 'RegionId' | 'VpcId' | 'NodeId'>): Leni {
  return {
    ZoneId: `${said.RegionId}-b`,
    VSwitchId: '',
    SecurityGroupId: '',
    Type: 'CUSTOM',
    Ip: '',
    Description: '',
    Addresses: {},
    ...said,
  };
}
