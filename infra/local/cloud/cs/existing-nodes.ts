import { listOf, type Params, textOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type FollowUp, type Operation } from '../api.ts';
import { clusterIn, poolIn } from './find.ts';
import type { Surroundings } from './joining.ts';
import { askEss } from './scaling.ts';
import type { AckCluster, CsState, NodePool } from './state.ts';
import { task, write } from './write.ts';

/** What is done to machines that are there already: they join a pool, or a pool repairs its nodes. */
export function existingNodeOperations(
  cs: CsState,
  around: Surroundings,
  followUp: FollowUp,
): Readonly<Record<string, Operation>> {
  return {
    AttachInstancesToNodePool: write('POST /clusters/[ClusterId]/nodepools/[NodepoolId]/attach', (call) => {
      const cluster = clusterIn(cs, call);
      return attach({ cluster, pool: poolIn(cluster, call) }, call, around, followUp);
    }),
    AttachInstances: write('POST /clusters/[ClusterId]/attach', (call) => {
      const cluster = clusterIn(cs, call);
      return attach({ cluster, pool: poolOf(cluster, call.params) }, call, around, followUp);
    }),
    RepairClusterNodePool: write('POST /clusters/[cluster_id]/nodepools/[nodepool_id]/repair', (call) => {
      const cluster = clusterIn(cs, call);
      refuseForeign(cluster, poolIn(cluster, call), listOf(call.params, 'nodes'));
      cluster.updated = call.now;
      return task();
    }),
  };
}

/** The pool that the body names; without a name it is the default one. */
function poolOf(cluster: AckCluster, params: Params): NodePool {
  if (textOf(params, 'nodepool_id') !== undefined) return poolIn(cluster, { params });
  const pool = [...cluster.nodePools.values()].find(({ isDefault }) => isDefault);
  if (pool === undefined) throw new ApiError(404, 'NodePoolNotFound', 'default nodepool not found');
  return pool;
}

/** ACK puts the machines into the scaling group of the pool; once they run there they are nodes. */
function attach(
  { cluster, pool }: { readonly cluster: AckCluster; readonly pool: NodePool },
  call: Call,
  { ecs }: Surroundings,
  followUp: FollowUp,
): Answer {
  const ids = listOf(call.params, 'instances');
  if (ids.length === 0) throw new ApiError(400, 'InvalidParameter', 'instances must not be empty');
  for (const id of ids) {
    const instance = ecs.instances.get(id);
    if (instance === undefined) throw new ApiError(404, 'InstanceNotFound', `instance ${id} not found`);
    if (instance.VpcId !== cluster.vpcId) {
      throw new ApiError(400, 'InvalidParameter', `instance ${id} is not in the VPC of the cluster`);
    }
    if (cluster.nodes.has(id)) throw new ApiError(400, 'InvalidParameter', `instance ${id} is in the cluster already`);
  }
  const named = Object.fromEntries(ids.map((id, at) => [`InstanceId.${at + 1}`, id]));
  askEss(cluster, pool, 'AttachInstances', named, followUp);
  cluster.updated = call.now;
  return { list: ids.map((instanceId) => ({ code: '200', instanceId, message: 'successful' })), ...task() };
}

function refuseForeign(cluster: AckCluster, pool: NodePool, names: readonly string[]): void {
  const nodes = [...cluster.nodes.values()].filter(({ nodePoolId }) => nodePoolId === pool.id);
  const foreign = names.find((name) => !nodes.some(({ nodeName }) => nodeName === name));
  if (foreign !== undefined) throw new ApiError(400, 'NodeNotFound', `node ${foreign} is not in the nodepool`);
}
