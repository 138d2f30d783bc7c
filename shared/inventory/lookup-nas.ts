import * as z from 'zod';
import { ask, wrapped } from '../cloud/answer.ts';
import { textOf } from '../model/params.ts';
import type { OwnedResource, ResourceRef } from '../model/resource.ts';
import type { Live } from './ownership.ts';
import { fileSystem, fileSystemOf } from './nas-marks.ts';
import type { OwnershipContext } from './ownership.ts';

const page = z.object({ FileSystems: wrapped('FileSystem', fileSystem) });

/** A file system by its marks; whatever a call names together with its file system belongs to whose that is. */
export async function lookUpNas(ref: ResourceRef, context: OwnershipContext): Promise<Live> {
  const { store, event } = context;
  if (ref.kind === 'nas.file-system') return lookUpFileSystem(ref.id, context);
  const id = textOf(event.params, 'FileSystemId');
  if (id === undefined) return 'not-asked';
  const known = (await store.ownersOf(event.accountId, [id])).get(id) ?? [];
  const systems = known.length > 0 ? known : await lookUpFileSystem(id, context);
  return typeof systems === 'string' ? systems : systems.map((system) => partOf(system, ref));
}

async function lookUpFileSystem(id: string, { cloud, store, event, deadline }: OwnershipContext): Promise<Live> {
  const { region } = event;
  const params = { FileSystemId: id };
  const call = { product: 'nas', action: 'DescribeFileSystems', region, params, deadline } as const;
  const [item] = (await ask(cloud, call, page)).FileSystems;
  if (item === undefined) return 'gone';
  const clusters = await store.clusters(event.accountId);
  return clusters.flatMap((cluster) => fileSystemOf(cluster, item)).filter((one) => one.id === id);
}

function partOf(system: OwnedResource, ref: ResourceRef): OwnedResource {
  const { name: _, ...rest } = system;
  return { ...rest, ...ref, parent: { kind: system.kind, id: system.id }, via: 'nas' };
}
