import { randomUUID } from 'node:crypto';
import { type Params, textOf, valueOf } from '../../../../shared/model/params.ts';
import { ApiError, type Call, type Operation } from '../api.ts';
import { clusterIn } from './find.ts';
import type { AckCluster, CsState, RepairPolicy } from './state.ts';
import { write } from './write.ts';

const POLICIES = '/clusters/[cluster_id]/auto_repair_policies';

/** What is repaired on nodes by itself, and how. */
export function repairPolicyOperations(cs: CsState): Readonly<Record<string, Operation>> {
  return {
    ListAutoRepairPolicies: {
      rw: 'Read',
      route: `GET ${POLICIES}`,
      run: (call) => ({ items: clusterIn(cs, call).repairPolicies ?? [] }),
    },
    CreateAutoRepairPolicy: write(`POST ${POLICIES}`, (call) => {
      const cluster = clusterIn(cs, call);
      const made = { id: `r-${randomUUID().slice(0, 8)}`, ...said(call.params) };
      cluster.repairPolicies = [...(cluster.repairPolicies ?? []), made];
      return { id: made.id };
    }),
    ModifyAutoRepairPolicy: write(`PUT ${POLICIES}/[policy_id]`, (call) => {
      const cluster = clusterIn(cs, call);
      const old = policyIn(cluster, call);
      const changed = { ...old, ...said(call.params) };
      cluster.repairPolicies = cluster.repairPolicies?.map((each) => (each === old ? changed : each)) ?? [];
      return {};
    }),
    DeleteAutoRepairPolicy: write(`DELETE ${POLICIES}/[policy_id]`, (call) => {
      const cluster = clusterIn(cs, call);
      const old = policyIn(cluster, call);
      cluster.repairPolicies = cluster.repairPolicies?.filter((each) => each !== old) ?? [];
      return {};
    }),
  };
}

function policyIn(cluster: AckCluster, { params }: Call): RepairPolicy {
  const id = textOf(params, 'policy_id');
  const found = cluster.repairPolicies?.find((each) => each.id === id);
  if (found !== undefined) return found;
  throw new ApiError(404, 'AutoRepairPolicyNotFound', 'auto repair policy not found');
}

function said(params: Params): Omit<RepairPolicy, 'id'> {
  return {
    name: textOf(params, 'name') ?? '',
    resource_type: textOf(params, 'resource_type') ?? 'nodepool',
    resource_sub_type: textOf(params, 'resource_sub_type') ?? 'ess',
    rules: valueOf(params, 'rules') ?? [],
  };
}
