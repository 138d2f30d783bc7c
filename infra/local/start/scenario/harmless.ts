import { listOf, objectsOf, type Params } from '../../../../shared/model/params.ts';
import type { DemoAccount } from '../../demo/account.ts';
import { idOf } from '../../demo/build/ids.ts';
import { type Play, silent } from './play-of.ts';

/** What nobody should hear of. */
export function harmlessPlays({ prod, twins }: DemoAccount): readonly Play[] {
  const listener = 'SetLoadBalancerTCPListenerAttribute';
  return [
    {
      title: "The whitelist in front of prod's API server switched off again",
      as: 'alice',
      call: {
        product: 'slb',
        action: listener,
        params: {
          LoadBalancerId: prod.apiServer.loadBalancer,
          ListenerPort: prod.apiServer.port,
          AclStatus: 'off',
        },
      },
      expected: silent('restores'),
    },
    {
      title: "ACK's cloud controller manager adjusts the backends of a Service",
      as: 'ccm',
      call: {
        product: 'slb',
        action: 'SetVServerGroupAttribute',
        params: {
          VServerGroupId: prod.web.group,
          BackendServers: JSON.stringify([{ ServerId: prod.nodes[1], Port: 31080, Weight: 50, Type: 'ecs' }]),
        },
      },
      expected: silent('ack-itself'),
    },
    {
      title: 'ACK scales a node pool in',
      as: 'autoscaler',
      call: {
        product: 'ess',
        action: 'RemoveInstances',
        params: { ScalingGroupId: prod.elastic.scalingGroup, InstanceId: [prod.elastic.nodes[1]] },
      },
      expected: silent('ack-itself'),
    },
    {
      title: 'A load balancer with the name and tag of an API server, which no cluster owns, changed',
      as: 'alice',
      call: {
        product: 'slb',
        action: listener,
        params: { LoadBalancerId: twins.loadBalancer, ListenerPort: twins.listenerPort, Scheduler: 'rr' },
      },
      expected: silent('not-owned'),
    },
    {
      title: "The customer's own listener on a load balancer that a Service reuses changed",
      as: 'alice',
      call: {
        product: 'slb',
        action: listener,
        params: { LoadBalancerId: prod.shared.loadBalancer, ListenerPort: prod.shared.ownPort, Scheduler: 'rr' },
      },
      expected: silent('not-owned'),
    },
    {
      title: 'A dry run of releasing a node',
      as: 'deployer',
      call: {
        product: 'ecs',
        action: 'DeleteInstances',
        params: { InstanceId: [prod.general.nodes[2]], DryRun: true, Force: true },
      },
      expected: silent('dry-run'),
    },
    {
      title: 'A listener of a Service set to what it was',
      as: 'alice',
      call: {
        product: 'slb',
        action: listener,
        params: { LoadBalancerId: prod.ingress.loadBalancer, ListenerPort: 443, Scheduler: 'wrr' },
      },
      expected: silent('no-effect'),
    },
    {
      title: 'A node that ACK made after the last look at the inventory, released by ACK',
      as: 'ack',
      before: {
        call: {
          product: 'ecs',
          action: 'RunInstances',
          params: {
            ImageId: 'aliyun_3_x64_20G_alibase_20260211.vhd',
            InstanceType: 'ecs.g7.xlarge',
            SecurityGroupId: prod.securityGroup,
            VSwitchId: idOf('vsw', 'prodnodes'),
            Amount: 1,
          },
        },
        paramsOf: (answer) => ({ InstanceId: madeIn(answer) }),
      },
      call: { product: 'ecs', action: 'DeleteInstance', params: { Force: true } },
      expected: silent('ack-itself'),
    },
    {
      title: "A node pool scaled in ACK's own console",
      as: 'alice',
      call: {
        product: 'cs',
        action: 'ScaleClusterNodePool',
        route: `POST /clusters/${prod.clusterId}/nodepools/${prod.general.pool}`,
        params: { count: 1 },
      },
      expected: silent('approved'),
    },
  ];
}

/** The instance that RunInstances answered with, as the typed client spells it. */
function madeIn(answer: Params): string | undefined {
  return objectsOf(answer, 'instanceIdSets').flatMap((sets) => listOf(sets, 'instanceIdSet'))[0];
}
