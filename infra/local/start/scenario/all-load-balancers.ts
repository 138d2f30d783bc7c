import type { DemoAccount } from '../../demo/account.ts';
import { alert, type Play, silent } from './play-of.ts';

/** Network and Application Load Balancers and public addresses: played with `--all`. */
export function loadBalancerPlays(demo: DemoAccount): readonly Play[] {
  return [...apiServerPlays(demo), ...servicePlays(demo), ...ingressPlays(demo)];
}

function apiServerPlays({ edge, prod }: DemoAccount): readonly Play[] {
  const { listener, loadBalancer } = edge.apiServer;
  return [
    {
      title: "The proxy protocol switched on in front of edge-nlb's API server",
      as: 'alice',
      call: {
        product: 'nlb',
        action: 'UpdateListenerAttribute',
        params: { ListenerId: listener, ProxyProtocolEnabled: true },
      },
      expected: alert('R02'),
    },
    {
      title: "edge-nlb's API server put into another security group",
      as: 'root',
      call: {
        product: 'nlb',
        action: 'LoadBalancerJoinSecurityGroup',
        params: { LoadBalancerId: loadBalancer, SecurityGroupIds: [edge.ownSecurityGroup] },
      },
      expected: alert('R02'),
    },
    {
      title: "An attempt to delete the load balancer of edge-nlb's API server, refused: told all the same",
      as: 'alice',
      call: { product: 'nlb', action: 'DeleteLoadBalancer', params: { LoadBalancerId: loadBalancer } },
      isRefused: true,
      expected: alert('R03'),
    },
    {
      title: "The public address taken off prod's API server",
      as: 'alice',
      call: {
        product: 'vpc',
        action: 'UnassociateEipAddress',
        params: {
          AllocationId: prod.addresses.apiServer,
          InstanceId: prod.apiServer.loadBalancer,
          InstanceType: 'SlbInstance',
        },
      },
      expected: alert('R02'),
    },
    {
      title: 'The same address bound to a node, which now can be reached from everywhere',
      as: 'root',
      call: {
        product: 'vpc',
        action: 'AssociateEipAddress',
        params: {
          AllocationId: prod.addresses.apiServer,
          InstanceId: prod.nodes[6],
          InstanceType: 'EcsInstance',
        },
      },
      expected: alert('R08'),
    },
  ];
}

function servicePlays({ prod }: DemoAccount): readonly Play[] {
  return [
    {
      title: 'A node taken out of the server group of a Service',
      as: 'deployer',
      call: {
        product: 'nlb',
        action: 'RemoveServersFromServerGroup',
        params: {
          ServerGroupId: prod.grpc.group,
          Servers: [{ ServerId: prod.nodes[1], ServerType: 'Ecs', Port: 31_051 }],
        },
      },
      expected: alert('R40'),
    },
    {
      title: "ACK's cloud controller manager puts it back",
      as: 'ccm',
      call: {
        product: 'nlb',
        action: 'AddServersToServerGroup',
        params: {
          ServerGroupId: prod.grpc.group,
          Servers: [{ ServerId: prod.nodes[1], ServerType: 'Ecs', Port: 31_051, Weight: 100 }],
        },
      },
      expected: silent('ack-itself'),
    },
    {
      title: "The customer's own listener on a Network Load Balancer that a Service borrows stopped",
      as: 'alice',
      call: { product: 'nlb', action: 'StopListener', params: { ListenerId: prod.borrowed.ownListener } },
      expected: silent('not-owned'),
    },
  ];
}

function ingressPlays({ prod }: DemoAccount): readonly Play[] {
  const { rule, defaultGroup, acl, loadBalancer } = prod.albIngress;
  return [
    {
      title: 'The rule of an Ingress led elsewhere',
      as: 'alice',
      call: {
        product: 'alb',
        action: 'UpdateRuleAttribute',
        params: {
          RuleId: rule,
          RuleActions: [
            {
              Type: 'ForwardGroup',
              Order: 1,
              ForwardGroupConfig: { ServerGroupTuples: [{ ServerGroupId: defaultGroup }] },
            },
          ],
        },
      },
      expected: alert('R40'),
    },
    {
      title: 'Everybody let in by the access control list of an Ingress',
      as: 'root',
      call: {
        product: 'alb',
        action: 'AddEntriesToAcl',
        params: { AclId: acl, AclEntries: [{ Entry: '0.0.0.0/1', Description: 'temporary' }] },
      },
      expected: alert('R40'),
    },
    {
      title: "ACK's tag taken off the load balancer of an Ingress",
      as: 'root',
      call: {
        product: 'alb',
        action: 'UnTagResources',
        params: {
          ResourceType: 'loadbalancer',
          ResourceId: [loadBalancer],
          TagKey: ['ingress.k8s.alibaba/albconfig'],
        },
      },
      expected: alert('R39'),
    },
  ];
}
