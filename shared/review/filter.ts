import type { Status } from '../model/finding.ts';
import { SEVERITIES } from '../model/severity.ts';
import { FINDING_ORDERS, type FindingFilter, type FindingOrder } from '../store/review.ts';
import { VERDICTS } from '../store/reviewing.ts';
import { fromLocal, toLocal } from './parts/zoned.ts';
import type { Query } from './view.ts';

export const STATUSES: readonly Status[] = ['new', 'in-progress', 'suppressed', 'resolved'];
export const SIZES = ['25', '50', '100'];

/** What a list of findings was asked for, as its address says. */
export interface Asked {
  readonly filter: FindingFilter;
  readonly order: FindingOrder;
  readonly size: number;
  readonly after?: string | undefined;
  /** The same as an address, times in UTC: whoever opens it sees the same, whatever their time zone. */
  readonly query: Query;
}

/** Reads an address; what it does not understand narrows nothing and is left out. */
export function askedOf(url: URL, timeZone: string): Asked {
  const get = (name: string) => url.searchParams.get(name)?.trim().slice(0, 200) || undefined;
  const all = <T extends string>(name: string, known: readonly T[]) =>
    known.filter((one) => url.searchParams.getAll(name).includes(one));
  const one = <T extends string>(name: string, known: readonly T[]) => known.find((each) => each === get(name));
  const from = momentOf(get('from'), timeZone);
  const to = momentOf(get('to'), timeZone);
  const filter = {
    from,
    to,
    accountId: get('account'),
    region: get('region'),
    clusterId: get('cluster'),
    row: get('row')?.toUpperCase(),
    rule: get('rule'),
    severities: all('severity', SEVERITIES),
    statuses: all('status', STATUSES),
    verdict: one('verdict', [...VERDICTS, 'none'] as const),
    actor: get('actor'),
    resource: get('resource'),
    text: get('q'),
  };
  const order = one('order', FINDING_ORDERS) ?? 'newest';
  const size = one('size', SIZES) ?? '50';
  const after = url.searchParams.get('after') ?? undefined;
  return {
    filter,
    order,
    size: Number(size),
    after,
    query: {
      q: filter.text,
      ...timesOf(filter),
      account: filter.accountId,
      region: filter.region,
      cluster: filter.clusterId,
      row: filter.row,
      rule: filter.rule,
      severity: filter.severities,
      status: filter.statuses,
      verdict: filter.verdict,
      actor: filter.actor,
      resource: filter.resource,
      order: order === 'newest' ? undefined : order,
      size: size === '50' ? undefined : size,
      after,
    },
  };
}

/** Times as they stand in an address. */
export function timesOf({ from, to }: Pick<FindingFilter, 'from' | 'to'>): Query {
  return { from: from?.toISOString(), to: to?.toISOString() };
}

/** A moment with its zone, else what a clock in the time zone shows. */
export function momentOf(text: string | undefined, timeZone: string): Date | undefined {
  if (text === undefined) return undefined;
  if (!/(?:Z|[+-]\d\d:?\d\d)$/u.test(text)) return fromLocal(text, timeZone);
  const at = new Date(text.replace(/ (\d\d:\d\d)$/u, '+$1'));
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** What an input shows for a moment. */
export function shownMoment(at: Date | undefined, timeZone: string): string {
  return at === undefined ? '' : toLocal(at, timeZone);
}
