import type { OwnedResource, ResourceKind } from '../../../model/resource.ts';
import type { KnownCluster, KnownResource } from '../../review.ts';

/** A row of `clusters` with its counts. */
export interface ClusterRow {
  readonly accountId: string;
  readonly region: string;
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly state: string;
  readonly vpcId: string | null;
  readonly podCidrs: readonly string[];
  readonly workerRoleName: string | null;
  readonly seenAt: Date;
  readonly retiredAt: Date | null;
  readonly resources: number;
  readonly stale: number;
}

/** A row of `inventory` with its baseline. */
export interface ResourceRow extends Pick<
  OwnedResource,
  'accountId' | 'region' | 'kind' | 'id' | 'clusterId' | 'role' | 'facts' | 'via'
> {
  readonly name: string | null;
  readonly parentKind: ResourceKind | null;
  readonly parentId: string | null;
  readonly seenAt: Date | null;
  readonly stale: boolean;
  readonly tombstonedAt: Date | null;
  readonly baselineAt: Date | null;
  readonly proven: boolean | null;
}

export function clusterOf(row: ClusterRow): KnownCluster {
  const { accountId, region, id, name, type, state, podCidrs, seenAt, resources, stale } = row;
  return {
    accountId,
    region,
    id,
    name,
    type,
    state,
    podCidrs,
    seenAt,
    resources,
    stale,
    ...(row.vpcId === null ? {} : { vpcId: row.vpcId }),
    ...(row.workerRoleName === null ? {} : { workerRoleName: row.workerRoleName }),
    ...(row.retiredAt === null ? {} : { retiredAt: row.retiredAt }),
  };
}

export function resourceOf(row: ResourceRow): KnownResource {
  const { accountId, region, kind, id, clusterId, role, facts, via, stale } = row;
  const hasParent = row.parentKind !== null && row.parentId !== null;
  return {
    accountId,
    region,
    kind,
    id,
    clusterId,
    role,
    facts,
    via,
    stale,
    ...(row.name === null ? {} : { name: row.name }),
    ...(hasParent ? { parent: { kind: row.parentKind, id: row.parentId } } : {}),
    ...(row.seenAt === null ? {} : { seenAt: row.seenAt }),
    ...(row.tombstonedAt === null ? {} : { tombstonedAt: row.tombstonedAt }),
    ...(row.baselineAt === null ? {} : { baseline: { observedAt: row.baselineAt, isProven: row.proven === true } }),
  };
}
