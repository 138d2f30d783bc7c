import { randomUUID } from 'node:crypto';
import { listOf, objectsOf, textOf, type Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type FollowUp, type Operation } from '../api.ts';
import { clusterIn, poolIn } from './find.ts';
import { askEss } from './scaling.ts';
import type { AckCluster, CsState, NodePool } from './state.ts';
import { task, write } from './write.ts';

/** What ACK sets on the scaling group of a pool without auto scaling. */
const UNSCALED = { MinSize: 0, MaxSize: 2000 };

/** Writes through Container Service: the person's own call, then ACK's calls on the resources behind it. */
export function csWrites(cs: CsState, followUp: FollowUp): Readonly<Record<string, Operation>> {
  return {
    ModifyClusterNodePool: write('PUT /clusters/[ClusterId]/nodepools/[NodepoolId]', (call) =>
      modifyPool(clusterIn(cs, call), call, followUp),
    ),
    ScaleClusterNodePool: write('POST /clusters/[ClusterId]/nodepools/[NodepoolId]', (call) =>
      scalePool(clusterIn(cs, call), call, followUp),
    ),
    RemoveNodePoolNodes: write('DELETE /clusters/[ClusterId]/nodepools/[NodepoolId]/nodes', (call) => {
      const cluster = clusterIn(cs, call);
      poolIn(cluster, call);
      const isReleased = textOf(call.params, 'release_node') === 'true';
      return removeNodes(cluster, call, listOf(call.params, 'instance_ids'), isReleased, followUp);
    }),
    UpgradeCluster: write('POST /api/v2/clusters/[ClusterId]/upgrade', (call) => {
      const cluster = clusterIn(cs, call);
      cluster.version = textOf(call.params, 'next_version') ?? cluster.version;
      return { cluster_id: cluster.id, ...task() };
    }),
    RunClusterCheck: write('POST /clusters/[cluster_id]/checks', (call) => {
      clusterIn(cs, call);
      return { check_id: `check-${randomUUID().slice(0, 13)}`, ...task() };
    }),
    UpgradeClusterNodepool: write('POST /clusters/[ClusterId]/nodepools/[NodepoolId]/upgrade', (call) => {
      poolIn(clusterIn(cs, call), call);
      return task();
    }),
    DeleteClusterNodes: write(
      'POST /clusters/[ClusterId]/nodes',
      (call) => {
        const cluster = clusterIn(cs, call);
        const names = new Set(listOf(call.params, 'nodes'));
        const nodes = [...cluster.nodes.values()].filter((node) => names.has(node.nodeName));
        const ids = nodes.map((node) => node.instanceId);
        return removeNodes(cluster, call, ids, textOf(call.params, 'release_node') === 'true', followUp);
      },
      ['cs:DeleteClusterNodes', 'cs:RemoveClusterNodes'],
    ),
  };
}

function modifyPool(cluster: AckCluster, call: Call, followUp: FollowUp): Answer {
  const pool = poolIn(cluster, call);
  const [asked] = objectsOf(call.params, 'auto_scaling');
  const [info] = objectsOf(call.params, 'nodepool_info');
  pool.name = (info === undefined ? undefined : textOf(info, 'name')) ?? pool.name;
  if (asked !== undefined) {
    pool.autoScaling = scalingIn(asked, pool);
    const { enable, min, max } = pool.autoScaling;
    const bounds = enable ? { MinSize: min, MaxSize: max } : UNSCALED;
    askEss(cluster, pool, 'ModifyScalingGroup', bounds, followUp);
  }
  cluster.updated = call.now;
  return { nodepool_id: pool.id, ...task() };
}

function scalingIn(asked: Params, { autoScaling }: NodePool): NodePool['autoScaling'] {
  const enable = (textOf(asked, 'enable') ?? String(autoScaling.enable)) === 'true';
  const min = Number(textOf(asked, 'min_instances') ?? autoScaling.min);
  const max = Number(textOf(asked, 'max_instances') ?? autoScaling.max);
  if (enable && !(min >= 0 && min <= max)) {
    throw new ApiError(400, 'InvalidParameter', 'min_instances must not be greater than max_instances');
  }
  return { enable, min, max };
}

function scalePool(cluster: AckCluster, call: Call, followUp: FollowUp): Answer {
  const pool = poolIn(cluster, call);
  const count = Number(textOf(call.params, 'count') ?? 0);
  if (!Number.isInteger(count) || count < 1) throw new ApiError(400, 'InvalidParameter', 'count must be positive');
  const size = [...cluster.nodes.values()].filter((node) => node.nodePoolId === pool.id).length;
  pool.desiredSize = (pool.desiredSize ?? size) + count;
  cluster.updated = call.now;
  askEss(cluster, pool, 'ModifyScalingGroup', { DesiredCapacity: pool.desiredSize }, followUp);
  return task();
}

function removeNodes(
  cluster: AckCluster,
  call: Call,
  ids: readonly string[],
  isReleased: boolean,
  followUp: FollowUp,
): Answer {
  const nodes = ids.flatMap((id) => cluster.nodes.get(id) ?? []);
  if (nodes.length === 0) throw new ApiError(400, 'NodeNotFound', 'no such node in the cluster');
  for (const node of nodes) {
    cluster.nodes.delete(node.instanceId);
    const pool = node.nodePoolId === undefined ? undefined : cluster.nodePools.get(node.nodePoolId);
    if (pool !== undefined) {
      const action = isReleased ? 'RemoveInstances' : 'DetachInstances';
      askEss(cluster, pool, action, { 'InstanceId.1': node.instanceId, DecreaseDesiredCapacity: 'true' }, followUp);
    } else if (isReleased) {
      const params = { InstanceId: node.instanceId, Force: 'true' };
      followUp('ack', { product: 'ecs', action: 'DeleteInstance', region: cluster.region, params });
    }
  }
  cluster.updated = call.now;
  return { cluster_id: cluster.id, ...task() };
}
