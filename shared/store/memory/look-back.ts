import type { Decision } from '../../model/decision.ts';
import type { LookBack, Past } from '../look-back.ts';
import type { Store } from '../store.ts';

const AT_MOST = 100;

/** Decisions of before and after. `all`: those that are kept. */
export function lookBack(all: () => readonly Decision[], { ownersOf }: Pick<Store, 'ownersOf'>): LookBack {
  return {
    decidedOn: (accountId, ids, since, until) => {
      const found = all().filter(
        (one) =>
          one.accountId === accountId &&
          one.eventTime >= since &&
          one.eventTime <= until &&
          one.resources.some((id) => ids.includes(id)),
      );
      const newest = found.toSorted((a, b) => +b.eventTime - +a.eventTime).slice(0, AT_MOST);
      return Promise.resolve(newest.map(pastOf));
    },
    echoesOf: async ({ accountId, cluster, eventTime }, withinMs) => {
      const quiet = all().filter(
        (one) =>
          one.accountId === accountId &&
          (one.outcome === 'echo' || one.outcome === 'ack-itself') &&
          one.eventTime >= eventTime &&
          one.eventTime.getTime() <= eventTime.getTime() + withinMs,
      );
      const found: Decision[] = [];
      for (const one of quiet) {
        const ids = one.resources.flatMap((id) => [id, id.split('/')[0] ?? id]);
        const owners = [...(await ownersOf(accountId, ids)).values()].flat();
        if (owners.some(({ clusterId }) => clusterId === cluster.id)) found.push(one);
      }
      return found
        .toSorted((a, b) => +a.eventTime - +b.eventTime)
        .slice(0, AT_MOST)
        .map(pastOf);
    },
  };
}

function pastOf(decision: Decision): Past {
  const { raw: _, facts: __, ...past } = decision;
  return past;
}
