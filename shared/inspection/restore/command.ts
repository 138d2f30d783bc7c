import { flatten } from '../../cloud/query.ts';
import type { Params } from '../../model/params.ts';
import type { Remedy } from '../reader.ts';
import { quote } from './quote.ts';

/** One call as a command of the `aliyun` CLI: every value as text, lists numbered (`Tag.1.Key`), undefined left out. */
export function command(product: string, action: string, region: string, params: Params): string {
  const flags = Object.entries({ RegionId: region, ...flatten(params) });
  return ['aliyun', product, action, ...flags.flatMap(([name, value]) => [`--${name}`, quote(value)])].join(' ');
}

/** The remedy that these commands are, in order. */
export function remedy(commands: readonly string[], ...notes: readonly string[]): Remedy {
  return { possible: true, commands, notes };
}

/** Nobody can tell from what is known. */
export const UNKNOWN: Remedy = { possible: 'unknown' };

/** The list in pieces of at most `size`: calls take only so many elements. */
export function inPieces<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
