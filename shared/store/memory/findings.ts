import type { Decision } from '../../model/decision.ts';
import type { Finding } from '../../model/finding.ts';
import type { ResourceRef } from '../../model/resource.ts';
import { respelled } from '../spellings.ts';
import type { EventKey, Store } from '../store.ts';
import { bounded } from './bounded.ts';

type Kept = 'finding' | 'openFindings' | 'dueForInspection' | 'resolve' | 'hasAlertedUnverified';

/** Findings and how far review of them is. */
export function findings(limit: number, now: () => Date) {
  const entries = bounded<Finding>(limit);
  const put = (finding: Finding): void => entries.set(finding.id, finding);
  const open = (accountId: string, refs: readonly ResourceRef[]): readonly Finding[] => {
    const asked = new Set(respelled(refs).map(refKey));
    const mine = entries.values().filter((finding) => finding.accountId === accountId && isOpen(finding));
    return mine.filter(({ resources }) => resources.some((resource) => asked.has(refKey(resource))));
  };
  const resolve = (given: readonly Finding[]): void => {
    for (const finding of given) put({ ...finding, status: 'resolved' });
  };
  const store: Pick<Store, Kept> = {
    finding: (id) => Promise.resolve(entries.get(id)),
    openFindings: (accountId, refs) =>
      Promise.resolve(open(accountId, refs).toSorted((a, b) => +a.eventTime - +b.eventTime)),
    dueForInspection: (count) => {
      const due = entries.values().filter(({ reinspectAt }) => reinspectAt !== undefined && reinspectAt <= now());
      const inOrder = due.toSorted((a, b) => +(a.reinspectAt ?? 0) - +(b.reinspectAt ?? 0));
      return Promise.resolve(inOrder.slice(0, count));
    },
    resolve: async (ids) => resolve(ids.flatMap((id) => entries.get(id) ?? [])),
    hasAlertedUnverified: (accountId, roleName, since) =>
      Promise.resolve(
        entries.values().some(({ isAlert, actor, receivedAt, ...finding }) => {
          const isOfRole = actor.name.toLowerCase() === roleName.toLowerCase() && actor.standing === 'unverified';
          return isAlert && finding.accountId === accountId && isOfRole && receivedAt >= since;
        }),
      ),
  };
  return {
    store,
    put,
    get: entries.get,
    hasOpen: (accountId: string, ref: ResourceRef) => open(accountId, [ref]).length > 0,
    isRefused: ({ accountId, region, eventId }: EventKey) =>
      entries.values().some((finding) => {
        const isSame = finding.eventId === eventId && finding.accountId === accountId && finding.region === region;
        return isSame && finding.outcome === 'failure';
      }),
    update: (finding: Finding) => {
      const known = entries.get(finding.id);
      if (known) put(known.status === 'resolved' ? { ...finding, status: 'resolved' } : finding);
    },
    resolveRestored: ({ accountId, eventTime }: Decision, restored: readonly ResourceRef[]) =>
      resolve(open(accountId, restored).filter((finding) => finding.eventTime <= eventTime)),
  };
}

function isOpen({ status, outcome }: Finding): boolean {
  return (status === 'new' || status === 'in-progress') && outcome === 'success';
}

function refKey({ kind, id }: ResourceRef): string {
  return `${kind} ${id}`;
}
