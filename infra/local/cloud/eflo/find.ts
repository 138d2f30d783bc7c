import { listOf, objectsOf, type Params, textOf } from '../../../../shared/model/params.ts';
import { ApiError, type Call } from '../api.ts';
import { mandatory } from '../parameters.ts';
import type { EfloState, Leni, LingjunNode, NodeGroup } from './state.ts';

export function nodeNamed(state: EfloState, call: Call): LingjunNode {
  return nodeIn(state, mandatory(call.params, 'NodeId'), call.region);
}

export function groupNamed(state: EfloState, { params, region }: Call): NodeGroup {
  return inRegion(state.nodeGroups.get(mandatory(params, 'NodeGroupId')), region, 'NodeGroup');
}

export function leniNamed(state: EfloState, { params, region }: Call): Leni {
  return inRegion(state.interfaces.get(mandatory(params, 'ElasticNetworkInterfaceId')), region, 'NetworkInterface');
}

/** The nodes that a call names as a list of ids, or of objects with one. */
export function nodesNamed(state: EfloState, { params, region }: Call): readonly LingjunNode[] {
  return idsIn(params).map((id) => nodeIn(state, id, region));
}

/** The same within each node group of a call that shrinks or extends a cluster. */
export function nodesOfGroups(
  state: EfloState,
  { params, region }: Call,
): readonly { readonly group: string; readonly nodes: readonly LingjunNode[] }[] {
  return objectsOf(params, 'NodeGroups').map((group) => ({
    group: textOf(group, 'NodeGroupId') ?? '',
    nodes: idsIn(group).map((id) => nodeIn(state, id, region)),
  }));
}

/** Every node that a call names, wherever it does. */
export function nodeIdsIn(params: Params): readonly string[] {
  return [...idsIn(params), ...objectsOf(params, 'NodeGroups').flatMap(idsIn), ...listOf(params, 'NodeId')];
}

function idsIn(params: Params): readonly string[] {
  const named = objectsOf(params, 'Nodes').flatMap((node) => textOf(node, 'NodeId') ?? []);
  return named.length > 0 ? named : listOf(params, 'Nodes');
}

function nodeIn(state: EfloState, id: string, region: string): LingjunNode {
  return inRegion(state.nodes.get(id), region, 'Node');
}

function inRegion<T extends { readonly RegionId: string }>(found: T | undefined, region: string, what: string): T {
  if (found?.RegionId === region) return found;
  throw new ApiError(404, `ResourceNotFound.${what}`, `The specified ${what} does not exist.`);
}
