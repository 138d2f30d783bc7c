import type { Effect } from '../model/operation.ts';
import type { ResourceKind } from '../model/resource.ts';
import type { Reader } from './reader.ts';

type Load = () => Promise<{ readonly READERS: readonly Reader[] }>;

/** The first part of a kind → its readers. An event on one product loads nothing of the others. */
const PRODUCTS: Readonly<Record<string, Load>> = {
  slb: () => import('./products/slb.ts'),
  nlb: () => import('./products/nlb.ts'),
  alb: () => import('./products/alb.ts'),
  vpc: () => import('./products/vpc.ts'),
  ecs: () => import('./products/ecs.ts'),
  ess: () => import('./products/ess.ts'),
  cs: () => import('./products/cs.ts'),
  ram: () => import('./products/ram.ts'),
  nas: () => import('./products/nas.ts'),
  eflo: () => import('./products/eflo.ts'),
  eci: () => import('./products/eci.ts'),
  sls: () => import('./products/sls.ts'),
};

/** Every reader. */
export async function allReaders(): Promise<readonly Reader[]> {
  const loaded = await Promise.all(Object.values(PRODUCTS).map((load) => load()));
  return loaded.flatMap(({ READERS }) => READERS);
}

/** The readers of a kind; none where it cannot be read. */
export async function readersOf(kind: ResourceKind): Promise<readonly Reader[]> {
  const loaded = await PRODUCTS[kind.slice(0, kind.indexOf('.'))]?.();
  return loaded?.READERS.filter((reader) => reader.kind === kind) ?? [];
}

/** The readers of what this effect can have changed. */
export async function readersFor(kind: ResourceKind, effect: Effect): Promise<readonly Reader[]> {
  return (await readersOf(kind)).filter((reader) => reader.effects.includes(effect));
}
