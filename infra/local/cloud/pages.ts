import type { Params } from '../../../shared/model/params.ts';
import { integer, badParameter, text } from './parameters.ts';

/** One page by number. `TotalCount` counts every item that matched. */
export interface NumberedPage<T> {
  readonly items: readonly T[];
  readonly counts: { readonly PageNumber: number; readonly PageSize: number; readonly TotalCount: number };
}

/** One page by token; an empty token ends the listing. */
export interface TokenPage<T> {
  readonly items: readonly T[];
  readonly NextToken: string;
  readonly MaxResults: number;
}

/** Pages by `PageNumber` and `PageSize`; a size beyond the product's bounds is refused. */
export function numberedPage<T>(
  params: Params,
  all: readonly T[],
  size: { readonly usual: number; readonly most: number },
): NumberedPage<T> {
  const PageNumber = integer(params, 'PageNumber') ?? 1;
  const PageSize = integer(params, 'PageSize') ?? size.usual;
  if (PageNumber < 1) throw badParameter('PageNumber');
  if (PageSize < 1 || PageSize > size.most) throw badParameter('PageSize');
  const start = (PageNumber - 1) * PageSize;
  return { items: all.slice(start, start + PageSize), counts: { PageNumber, PageSize, TotalCount: all.length } };
}

/** Pages by `NextToken` and `MaxResults`; a number beyond the product's bounds is drawn to the nearest one. */
export function tokenPage<T>(
  params: Params,
  all: readonly T[],
  size: { readonly usual: number; readonly least?: number; readonly most: number },
): TokenPage<T> {
  const asked = integer(params, 'MaxResults') ?? size.usual;
  const MaxResults = Math.min(Math.max(asked, size.least ?? 1), size.most);
  const start = offsetIn(text(params, 'NextToken'));
  const end = start + MaxResults;
  return { items: all.slice(start, end), NextToken: end < all.length ? tokenOf(end) : '', MaxResults };
}

function tokenOf(offset: number): string {
  return Buffer.from(`next:${offset}`).toString('base64url');
}

function offsetIn(token: string | undefined): number {
  if (token === undefined) return 0;
  const offset = /^next:(\d+)$/u.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (offset === undefined) throw badParameter('NextToken');
  return Number(offset);
}
