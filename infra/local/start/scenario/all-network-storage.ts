import type { DemoAccount } from '../../demo/account.ts';
import { alert, type Play, silent } from './play-of.ts';

/** The network under clusters, volumes, Lingjun nodes and Pods of virtual nodes: played with `--all`. */
export function networkAndStoragePlays(demo: DemoAccount): readonly Play[] {
  return [...networkPlays(demo), ...storagePlays(demo), ...otherNodePlays(demo)];
}

function networkPlays({ prod, legacy }: DemoAccount): readonly Play[] {
  const [route, other] = legacy.podRoutes;
  const [snatEntry] = prod.wayOut.snatEntries;
  return [
    {
      title: "The route to the Pods of one of legacy's nodes deleted",
      as: 'alice',
      call: {
        product: 'vpc',
        action: 'DeleteRouteEntry',
        params: {
          RouteTableId: legacy.routeTable,
          DestinationCidrBlock: route?.podCidr,
          NextHopId: legacy.nodes[0],
        },
      },
      expected: alert('U05'),
    },
    {
      title: 'The same by the cloud controller manager',
      as: 'ccm',
      call: {
        product: 'vpc',
        action: 'DeleteRouteEntry',
        params: { RouteTableId: legacy.routeTable, DestinationCidrBlock: other?.podCidr, NextHopId: legacy.nodes[1] },
      },
      expected: silent('ack-itself'),
    },
    {
      title: "The address from which prod's nodes reach the internet taken away",
      as: 'root',
      call: {
        product: 'vpc',
        action: 'DeleteSnatEntry',
        params: { SnatTableId: prod.wayOut.snatTable, SnatEntryId: snatEntry },
      },
      expected: alert('U05'),
    },
    {
      title: "The guard of prod's NAT gateway against deletion taken off: an early sign",
      as: 'deployer',
      call: {
        product: 'vpc',
        action: 'DeletionProtection',
        params: { InstanceId: prod.wayOut.natGateway, Type: 'NATGW', ProtectionEnable: false },
      },
      expected: alert('U05'),
    },
  ];
}

function storagePlays({ prod, twins, world }: DemoAccount): readonly Play[] {
  const { fileSystem, mountTarget, accessGroup, rules } = prod.sharedFiles;
  return [
    {
      title: 'A volume hung off its node by hand',
      as: 'alice',
      call: {
        product: 'ecs',
        action: 'DetachDisk',
        params: { DiskId: prod.volumes[1], InstanceId: prod.nodes[1] },
      },
      expected: alert('R49'),
    },
    {
      title: 'The rule that lets Pods mount the shared files of prod deleted',
      as: 'deployer',
      call: {
        product: 'nas',
        action: 'DeleteAccessRule',
        params: { AccessGroupName: accessGroup, AccessRuleId: rules.pods },
      },
      expected: alert('R54'),
    },
    {
      title: 'The mount target of those files deleted',
      as: 'alice',
      call: {
        product: 'nas',
        action: 'DeleteMountTarget',
        params: { FileSystemId: fileSystem, MountTargetDomain: mountTarget },
      },
      expected: alert('R54'),
    },
    {
      title: "A mount target of somebody's lab that only carries prod's tag",
      as: 'alice',
      call: {
        product: 'nas',
        action: 'DeleteMountTarget',
        params: {
          FileSystemId: twins.fileSystem,
          MountTargetDomain: `${twins.fileSystem}-lab.${world.region}.nas.aliyuncs.com`,
        },
      },
      expected: silent('not-owned'),
    },
  ];
}

function otherNodePlays({ prod }: DemoAccount): readonly Play[] {
  const { cluster: ClusterId, group: NodeGroupId, nodes, interfaces } = prod.lingjun;
  return [
    {
      title: 'The network interface of Pods taken off a Lingjun node',
      as: 'alice',
      call: {
        product: 'eflo',
        action: 'DetachElasticNetworkInterface',
        params: { ElasticNetworkInterfaceId: interfaces[1], NodeId: nodes[1] },
      },
      expected: alert('R45'),
    },
    {
      title: "A Lingjun node taken out of its cluster by a role that only sounds like ACK's",
      as: 'pretender',
      call: {
        product: 'eflo-controller',
        action: 'ShrinkCluster',
        params: { ClusterId, NodeGroups: JSON.stringify([{ NodeGroupId, Nodes: [{ NodeId: nodes[0] }] }]) },
      },
      expected: alert('R05'),
    },
    {
      title: 'The container group of a Pod deleted behind Kubernetes',
      as: 'deployer',
      call: { product: 'eci', action: 'DeleteContainerGroup', params: { ContainerGroupId: prod.virtualPods[0] } },
      expected: alert('U05'),
    },
  ];
}
