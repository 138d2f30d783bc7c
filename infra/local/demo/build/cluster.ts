import type { AckCluster } from '../../cloud/cs/state.ts';
import type { World } from '../../cloud/world.ts';
import { addIdentityProvider } from './identity-provider.ts';
import { addLogs } from './logs.ts';

/** When the clusters of the demo were made. */
export const FOUNDED = new Date('2026-03-02T02:10:00Z');

/** What a cluster of the demo must say of itself. */
export type ClusterSaid = Partial<AckCluster> &
  Pick<AckCluster, 'id' | 'name' | 'type' | 'vpcId' | 'vswitchIds' | 'securityGroupId' | 'workerRoleName' | 'podCidr'>;

/** Puts a running cluster into the account, as yet without nodes. */
export function addCluster(world: World, said: ClusterSaid): AckCluster {
  const cluster: AckCluster = {
    region: world.region,
    spec: said.type === 'ManagedKubernetes' ? 'ack.pro.small' : '',
    state: 'running',
    version: '1.34.1-aliyun.1',
    serviceCidr: '192.168.0.0/16',
    apiServer: [],
    resources: [],
    addOns: new Map([
      ['coredns', 'v1.11.3.5-5321daf49-aliyun'],
      ['nginx-ingress-controller', 'v1.12.1-aliyun.1'],
      ['loongcollector', 'v3.1.2'],
      ['terway-eniip', 'v1.15.4'],
    ]),
    nodePools: new Map(),
    nodes: new Map(),
    created: FOUNDED,
    updated: FOUNDED,
    ...said,
  };
  world.cs.clusters.set(cluster.id, cluster);
  addLogs(world, cluster.id);
  if (cluster.hasRrsa === true) addIdentityProvider(world, cluster.id);
  return cluster;
}
