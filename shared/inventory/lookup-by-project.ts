import type { ResourceRef } from '../model/resource.ts';
import type { Live } from './ownership.ts';
import type { OwnershipContext } from './ownership.ts';

/** What lies in a project of Log Service begins with its name: it is whose the project is. No call. */
export async function lookUpByProject(ref: ResourceRef, { store, event }: OwnershipContext): Promise<Live> {
  const [project = ''] = ref.id.split('/');
  const known = (await store.ownersOf(event.accountId, [project])).get(project) ?? [];
  const wholes = known.filter(({ kind }) => kind === 'sls.project');
  if (wholes.length === 0) return 'not-asked';
  return wholes.map(({ accountId, region, clusterId, role, kind, id }) => ({
    ...ref,
    accountId,
    region,
    clusterId,
    role: ref.kind === 'sls.logstore' ? 'logstore' : role,
    parent: { kind, id },
    facts: {},
    via: 'sls',
  }));
}
