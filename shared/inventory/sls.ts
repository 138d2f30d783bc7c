import * as z from 'zod';
import { ask } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { isMissing } from '../cloud/failure.ts';
import type { Cluster, OwnedResource, ResourceKind } from '../model/resource.ts';
import { type Collected, type Collector, joined, ownedBy, part } from './collector.ts';

const PAGE = 500;
const MOST_PAGES = 20;

/** What lies in a project: listing, the member in which the names stand, kind. */
const PARTS: readonly (readonly [action: string, list: string, kind: ResourceKind])[] = [
  ['ListLogStores', 'logstores', 'sls.logstore'],
  ['ListMachineGroup', 'machinegroups', 'sls.machine-group'],
  ['ListConfig', 'configs', 'sls.collection-config'],
];

/** What the log projects of a cluster hold. Projects are made with the first component that logs: none is nothing amiss. */
export const slsCollector: Collector = {
  name: 'sls',
  permissions: ['log:ListLogStores', 'log:ListMachineGroup', 'log:ListConfig'],
  collect: async (cloud, cluster, deadline, known) => {
    const projects = known.filter(({ kind }) => kind === 'sls.project');
    const reads = projects.flatMap((project) =>
      PARTS.map((each) => part(() => readPart(cloud, cluster, deadline, project, each))),
    );
    return joined(await Promise.all(reads));
  },
};

async function readPart(
  cloud: Cloud,
  cluster: Cluster,
  deadline: number,
  project: OwnedResource,
  [action, list, kind]: (typeof PARTS)[number],
): Promise<Collected> {
  const page = z.object({ [list]: z.array(z.string()), total: z.number() });
  const names: string[] = [];
  for (let at = 0; at < MOST_PAGES; at += 1) {
    const params = { project: project.id, offset: names.length, size: PAGE };
    const call = { product: 'sls', action, region: cluster.region, params, deadline } as const;
    const read = await ask(cloud, call, page).catch(nothingIfMissing);
    if (read === undefined) return { resources: [], complete: true };
    const found = z.array(z.string()).parse(read[list]);
    names.push(...found);
    if (names.length >= Number(read['total'])) return { resources: names.map(owned), complete: true };
    if (found.length === 0) break;
  }
  const problems = [`sls:${action} did not come to an end for ${project.id}`];
  return { resources: names.map(owned), complete: false, problems };

  function owned(name: string): OwnedResource {
    const role = kind === 'sls.logstore' ? 'logstore' : project.role;
    return ownedBy(cluster, 'sls', kind, `${project.id}/${name}`, role, {
      parent: { kind: project.kind, id: project.id },
    });
  }
}

function nothingIfMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error;
}
