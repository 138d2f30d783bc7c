import type { Seal } from '../model/audit.ts';
import type { Counts } from '../store/vitals.ts';

/** What a day's report is made of. */
export interface Day {
  readonly counts: Counts;
  readonly seal: Seal | undefined;
  /** Up to when the history of each region was read. */
  readonly history: readonly { readonly region: string; readonly upTo: Date }[];
}

/** What the last day brought, one English sentence a line; the messages know them in every language. */
export function reportLines({ counts, seal, history }: Day): readonly string[] {
  const { decided, alerts, suppressed, declared, late, resolved, open, held, setAside } = counts;
  const total = (list: readonly { readonly count: number }[]): number => list.reduce((sum, one) => sum + one.count, 0);
  const silent = decided.filter(({ outcome }) => outcome !== 'finding');
  return [
    `Findings: ${total(counts.findings)}, of which alerts: ${alerts}, suppressed: ${suppressed}, by declared automation: ${declared}.`,
    `Put back or accepted: ${resolved}; still open: ${open}.`,
    `Events decided: ${total(decided)}, without a finding: ${silent.map((one) => `${one.outcome} ${one.count}`).join(', ') || 0}.`,
    ...(late > 0 ? [`Found late in the history of the trail: ${late}.`] : []),
    ...(held > 0 ? [`Waiting until owner or actor is known: ${held}.`] : []),
    ...(setAside > 0 ? [`Records that could not be read: ${setAside}.`] : []),
    `Messages delivered: ${counts.delivered}, waiting: ${counts.waiting}, given up: ${counts.abandoned}.`,
    ...history.map(({ region, upTo }) => `The history of ${region} was read up to ${upTo.toISOString()}.`),
    ...(seal ? [`Newest seal of the audit: ${seal.number}, ${seal.hash}.`] : []),
  ];
}
