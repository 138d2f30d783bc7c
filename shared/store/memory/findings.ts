import type { Decision } from '../../model/decision.ts';
import type { Finding } from '../../model/finding.ts';
import type { ResourceRef } from '../../model/resource.ts';
import { respelled } from '../spellings.ts';
import type { EventKey, Store } from '../store.ts';
import { bounded } from './bounded.ts';

type Kept =
  | 'finding'
  | 'openFindings'
  | 'oldestOpen'
  | 'openFindingsOf'
  | 'resolvedBefore'
  | 'dueForInspection'
  | 'hasAlertedUnverified';

/** Findings and how far review of them is. */
export function findings(limit: number, now: () => Date) {
  const entries = bounded<Finding>(limit);
  const put = (finding: Finding): void => entries.set(finding.id, finding);
  const open = (accountId: string, refs: readonly ResourceRef[]): readonly Finding[] => {
    const asked = new Set(respelled(refs).map(refKey));
    const mine = entries.values().filter((finding) => finding.accountId === accountId && isOpen(finding));
    return mine.filter(({ resources }) => resources.some((resource) => asked.has(refKey(resource))));
  };
  /** Ends those that are not ended yet, and says which. */
  const end = (given: readonly Finding[], at: Date, by: string | undefined): readonly Finding[] => {
    const ended = given
      .filter(({ status }) => status !== 'resolved')
      .map((finding): Finding => {
        const who = by === undefined ? {} : { resolvedBy: by };
        return { ...finding, status: 'resolved', resolvedAt: at, ...who };
      });
    ended.forEach(put);
    return ended;
  };
  const store: Pick<Store, Kept> = {
    finding: (id) => Promise.resolve(entries.get(id)),
    openFindings: (accountId, refs, operations) => {
      const all = open(accountId, refs).toSorted((a, b) => +a.eventTime - +b.eventTime);
      const isAsked = ({ operation }: Finding) => operations?.includes(operation.toLowerCase()) ?? true;
      return Promise.resolve(all.filter(isAsked));
    },
    oldestOpen: (accountId, refs, before) => {
      const earlier = open(accountId, refs).filter(({ eventTime }) => eventTime < before);
      const newestFirst = earlier.toSorted((a, b) => +b.eventTime - +a.eventTime);
      const oldest = new Map(newestFirst.map((finding) => [saidBy(finding), finding]));
      return Promise.resolve([...oldest.values()].toSorted((a, b) => +a.eventTime - +b.eventTime));
    },
    openFindingsOf: (clusterId) => {
      const open = entries.values().filter((finding) => finding.cluster.id === clusterId && isOpen(finding));
      return Promise.resolve(open.toSorted((a, b) => +a.eventTime - +b.eventTime));
    },
    resolvedBefore: ({ id, accountId, cluster, rule, resources, eventTime }) => {
      const asked = new Set(respelled(resources).map(refKey));
      const same = entries.values().filter((one) => {
        const isLike =
          one.accountId === accountId &&
          one.cluster.id === cluster.id &&
          one.rule === rule &&
          one.actor.standing !== 'declared';
        const isEarlier = one.id !== id && one.status === 'resolved' && one.eventTime < eventTime;
        return isLike && isEarlier && one.resources.some((resource) => asked.has(refKey(resource)));
      });
      return Promise.resolve(same.toSorted((a, b) => +b.eventTime - +a.eventTime)[0]);
    },
    dueForInspection: (count) => {
      const due = entries.values().filter(({ reinspectAt }) => reinspectAt !== undefined && reinspectAt <= now());
      const inOrder = due.toSorted((a, b) => +(a.reinspectAt ?? 0) - +(b.reinspectAt ?? 0));
      return Promise.resolve(inOrder.slice(0, count));
    },
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
      if (known) put(known.status === 'resolved' ? { ...finding, ...endOf(known) } : finding);
    },
    end: (ids: readonly string[], at: Date, by: string | undefined) =>
      end(
        ids.flatMap((id) => entries.get(id) ?? []),
        at,
        by,
      ),
    endRestored: ({ accountId, eventTime, actor }: Decision, restored: readonly ResourceRef[]) =>
      end(
        open(accountId, restored).filter((finding) => finding.eventTime <= eventTime),
        eventTime,
        actor,
      ),
  };
}

function endOf({ resolvedAt, resolvedBy }: Finding): Partial<Finding> {
  const by = resolvedBy === undefined ? {} : { resolvedBy };
  return { status: 'resolved', ...(resolvedAt === undefined ? {} : { resolvedAt }), ...by };
}

function isOpen({ status, outcome }: Finding): boolean {
  return (status === 'new' || status === 'in-progress') && outcome === 'success';
}

function refKey({ kind, id }: ResourceRef): string {
  return `${kind} ${id}`;
}

/** Which resources a finding names, and what it compared of which. */
function saidBy({ resources, comparisons }: Finding): string {
  const compared = comparisons.map(({ resource, aspect }) => `${refKey(resource)} ${aspect}`);
  return JSON.stringify([resources.map(refKey), compared.toSorted()]);
}
