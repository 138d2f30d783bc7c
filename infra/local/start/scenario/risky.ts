import type { DemoAccount } from '../../demo/account.ts';
import { alert, type Play, recorded } from './play-of.ts';

/** What people should be told. */
export function riskyPlays({ prod, legacy, edge, world }: DemoAccount): readonly Play[] {
  const lowered = prod.elastic.max - 4;
  return [
    {
      title: "A whitelist switched on in front of prod's API server",
      as: 'alice',
      call: {
        product: 'slb',
        action: 'SetLoadBalancerTCPListenerAttribute',
        params: {
          LoadBalancerId: prod.apiServer.loadBalancer,
          ListenerPort: prod.apiServer.port,
          AclStatus: 'on',
          AclType: 'white',
          AclId: prod.ingress.acl,
        },
      },
      expected: alert('R02'),
    },
    {
      title: "The listener of legacy's public API server deleted",
      as: 'root',
      call: {
        product: 'slb',
        action: 'DeleteLoadBalancerListener',
        params: { LoadBalancerId: legacy.apiServer.internet.loadBalancer, ListenerPort: legacy.apiServer.port },
      },
      expected: alert('R02'),
    },
    {
      title: "A role that only sounds like ACK's takes a master out of legacy's API server",
      as: 'pretender',
      call: {
        product: 'slb',
        action: 'RemoveVServerGroupBackendServers',
        params: {
          VServerGroupId: legacy.apiServer.intranet.group,
          BackendServers: JSON.stringify([{ ServerId: legacy.masters[0], Port: legacy.apiServer.port }]),
        },
      },
      expected: alert('R02', 'R21'),
    },
    {
      title: "ACK's tag taken off the load balancer of a Service",
      as: 'alice',
      call: {
        product: 'tag',
        action: 'UntagResources',
        params: {
          ResourceARN: [`arn:acs:slb:${world.region}:${world.accountId}:instance/${prod.web.loadBalancer}`],
          TagKey: ['kubernetes.do.not.delete'],
        },
      },
      expected: alert('R39'),
    },
    {
      title: "The listener of a Service's load balancer changed",
      as: 'deployer',
      call: {
        product: 'slb',
        action: 'SetLoadBalancerTCPListenerAttribute',
        params: {
          LoadBalancerId: prod.web.loadBalancer,
          ListenerPort: prod.web.port,
          Scheduler: 'rr',
          HealthCheckInterval: 50,
        },
      },
      expected: alert('R40'),
    },
    {
      title: 'A node taken out of the security group of its cluster',
      as: 'root',
      call: {
        product: 'ecs',
        action: 'LeaveSecurityGroup',
        params: { SecurityGroupId: edge.securityGroup, InstanceId: edge.nodes[0] },
      },
      expected: alert('R04'),
    },
    {
      title: 'The rule that lets pods reach the nodes revoked',
      as: 'alice',
      call: {
        product: 'ecs',
        action: 'RevokeSecurityGroup',
        params: { SecurityGroupId: prod.securityGroup, SecurityGroupRuleId: [prod.rules.allFromPods] },
      },
      expected: alert('R04'),
    },
    {
      title: 'A node released',
      as: 'alice',
      call: { product: 'ecs', action: 'DeleteInstance', params: { InstanceId: prod.general.nodes[0], Force: true } },
      expected: alert('R05'),
    },
    {
      title: 'A node to be released tonight',
      as: 'root',
      call: {
        product: 'ecs',
        action: 'ModifyInstanceAutoReleaseTime',
        params: { InstanceId: prod.general.nodes[1], AutoReleaseTime: inHours(world.clock(), 6) },
      },
      expected: alert('R05'),
    },
    {
      title: 'An instance removed from the scaling group behind a node pool',
      as: 'deployer',
      call: {
        product: 'ess',
        action: 'RemoveInstances',
        params: { ScalingGroupId: prod.elastic.scalingGroup, InstanceId: [prod.elastic.nodes[0]] },
      },
      expected: alert('R05'),
    },
    {
      title: 'The maximum of a scaling group lowered',
      as: 'alice',
      call: {
        product: 'ess',
        action: 'ModifyScalingGroup',
        params: { ScalingGroupId: prod.elastic.scalingGroup, MaxSize: lowered },
      },
      expected: alert('R29'),
    },
    {
      title: "Terway's network interface detached from its node",
      as: 'alice',
      call: {
        product: 'ecs',
        action: 'DetachNetworkInterface',
        params: { NetworkInterfaceId: prod.podInterfaces[2], InstanceId: prod.nodes[2] },
      },
      expected: alert('R45'),
    },
    {
      title: 'A master of a dedicated cluster released',
      as: 'root',
      call: { product: 'ecs', action: 'DeleteInstance', params: { InstanceId: legacy.masters[1], Force: true } },
      expected: alert('R14', 'R21'),
    },
    {
      title: 'An attempt to delete a scaling group, refused: on record, not told',
      as: 'alice',
      call: {
        product: 'ess',
        action: 'DeleteScalingGroup',
        params: { ScalingGroupId: prod.general.scalingGroup, ForceDelete: true },
      },
      isRefused: true,
      expected: recorded('R25'),
    },
  ];
}

function inHours(now: Date, hours: number): string {
  return `${new Date(now.getTime() + hours * 3_600_000).toISOString().slice(0, 16)}:00Z`;
}
