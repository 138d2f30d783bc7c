import * as z from 'zod';
import { ask, optionalText, wrapped } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { Cluster, OwnedResource } from '../model/resource.ts';
import { type Collected, type Collector, joined, ownedBy, part } from './collector.ts';

const policies = z.object({
  Policies: wrapped('Policy', z.object({ PolicyName: z.string(), PolicyType: optionalText })),
});

/** The policies of the roles that the nodes of a cluster have. Those of the system are left out: nobody can change them. */
export const ramCollector: Collector = {
  name: 'ram',
  permissions: ['ram:ListPoliciesForRole'],
  collect: async (cloud, cluster, deadline, known) => {
    const roles = known.filter(({ kind }) => kind === 'ram.role');
    return joined(await Promise.all(roles.map((role) => part(() => readPolicies(cloud, cluster, role, deadline)))));
  },
};

/** A role that instances of the cluster take on. Role names count without case: ids are written small. */
export function instanceRole(cluster: Cluster, name: string): OwnedResource {
  return ownedBy(cluster, 'cs', 'ram.role', name.toLowerCase(), 'cluster-ram-role', { name });
}

async function readPolicies(cloud: Cloud, cluster: Cluster, role: OwnedResource, deadline: number): Promise<Collected> {
  const params = { RoleName: role.name ?? role.id };
  const call = { product: 'ram', action: 'ListPoliciesForRole', region: cluster.region, params, deadline } as const;
  const { Policies: attached } = await ask(cloud, call, policies);
  const parent = { kind: role.kind, id: role.id };
  const own = attached.filter(({ PolicyType: type }) => type === 'Custom');
  const resources = own.map(({ PolicyName: name }) =>
    ownedBy(cluster, 'ram', 'ram.policy', name, 'cluster-ram-role', { parent }),
  );
  return { resources, complete: true };
}
