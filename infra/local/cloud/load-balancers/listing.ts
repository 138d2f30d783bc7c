import { listOf } from '../../../../shared/model/params.ts';
import type { Answer, Call } from '../api.ts';
import { tokenPage } from '../pages.ts';

/** A page of a listing: only what the ids that are asked for match, `[parameter, id of the item]`. */
export function listingPage<T>(
  { params }: Call,
  member: string,
  all: readonly T[],
  filters: readonly (readonly [parameter: string, idsOf: (item: T) => readonly string[]])[],
  answerOf: (item: T) => Answer,
): Answer {
  const found = filters.reduce((left, [parameter, idsOf]) => {
    const wanted = listOf(params, parameter);
    return wanted.length === 0 ? left : left.filter((item) => idsOf(item).some((id) => wanted.includes(id)));
  }, all);
  const { items, NextToken, MaxResults } = tokenPage(params, found, { usual: 20, most: 100 });
  return { [member]: items.map(answerOf), NextToken, MaxResults, TotalCount: found.length };
}
