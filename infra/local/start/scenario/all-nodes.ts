import type { DemoAccount } from '../../demo/account.ts';
import { ecs } from './cloud-assistant.ts';
import { onceStopped } from './once-stopped.ts';
import { alert, type Play } from './play-of.ts';

/** Nodes, what supplies them and the rules around them: played with `--all`. */
export function nodePlays(demo: DemoAccount): readonly Play[] {
  return [...systems(demo), ...comingAndGoing(demo), ...networkAndDisks(demo)];
}

function systems({ edge, world }: DemoAccount): readonly Play[] {
  const [, node = '', other] = edge.nodes;
  return [
    {
      title: 'A node stopped',
      as: 'alice',
      call: ecs('StopInstance', { InstanceId: node, ForceStop: true }),
      expected: alert('U05'),
    },
    {
      title: 'A node declared unhealthy to its scaling group, which then replaces it',
      as: 'deployer',
      call: { product: 'ess', action: 'SetInstanceHealth', params: { InstanceId: other, HealthStatus: 'Unhealthy' } },
      expected: alert('R27'),
    },
    {
      title: 'A repair of a node started, which may reset its system disk',
      as: 'alice',
      call: {
        product: 'cs',
        action: 'RepairClusterNodePool',
        route: `POST /clusters/${edge.clusterId}/nodepools/${edge.workers.pool}/repair`,
        params: { nodes: [`${world.region}.10.3.0.13`], auto_restart: true },
      },
      expected: alert('R31'),
    },
    {
      title: 'The stopped node gets another operating system',
      as: 'alice',
      before: onceStopped(node),
      call: ecs('ReplaceSystemDisk', { InstanceId: node, ImageId: 'ubuntu_24_04_x64_20G_alibase_20260117.vhd' }),
      expected: alert('R06'),
    },
  ];
}

function comingAndGoing({ prod, legacy }: DemoAccount): readonly Play[] {
  const [first, second] = prod.machines;
  return [
    {
      title: 'A node that nobody paid for any longer, released by the cloud itself',
      as: 'platform',
      call: ecs('Release', { InstanceId: legacy.nodes[1] }),
      expected: alert('R05'),
    },
    {
      title: "A machine of the customer's own put straight into the scaling group of a node pool",
      as: 'deployer',
      call: {
        product: 'ess',
        action: 'AttachInstances',
        params: { ScalingGroupId: prod.elastic.scalingGroup, InstanceId: [first] },
      },
      expected: alert('R12'),
    },
    {
      title: 'Another one added to a node pool in the console of ACK: no backup of it is known',
      as: 'alice',
      call: {
        product: 'cs',
        action: 'AttachInstancesToNodePool',
        route: `POST /clusters/${prod.clusterId}/nodepools/${prod.general.pool}/attach`,
        params: { instances: [second], format_disk: true, keep_instance_name: true },
      },
      expected: alert('R30'),
    },
  ];
}

function networkAndDisks({ prod, edge }: DemoAccount): readonly Play[] {
  const { dnsFromPods, allFromPods, allFromVpc } = edge.rules;
  return [
    {
      title: 'Every rule revoked by which Pods may ask nodes for names',
      as: 'deployer',
      call: ecs('RevokeSecurityGroup', {
        SecurityGroupId: edge.securityGroup,
        SecurityGroupRuleId: [dnsFromPods, allFromPods, allFromVpc],
      }),
      expected: alert('R38'),
    },
    {
      title: 'The disk of a volume hung onto a node by hand',
      as: 'alice',
      call: ecs('AttachDisk', { DiskId: prod.volumes[2], InstanceId: prod.nodes[6] }),
      expected: alert('R52'),
    },
  ];
}
