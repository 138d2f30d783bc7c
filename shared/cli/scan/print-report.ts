import type { Language } from '../../model/text.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { ROWS, sightOf } from '../../rules/rows.ts';
import { type ScanReport, worstFirst } from '../../scan/report.ts';
import { findingsTable } from '../findings-table.ts';

const MOST_UNDECIDED = 5;

/** What a scan came to, for a person at a terminal. */
export function reportText(report: ScanReport, language: Language): string {
  const { accountId, clusters, regions, scanned } = report;
  if (clusters.length === 0 && scanned.isComplete) {
    return `Account ${accountId} has no ACK cluster in ${regions.join(', ')}: there is nothing to watch over.`;
  }
  const { findings } = scanned;
  return [
    ...(findings.length > 0 ? [findingsTable(worstFirst(findings), language), ''] : []),
    ...counts(report),
    ...doubts(report),
    '',
    'What the past cannot tell: whose a resource was is judged by the inventory of today, and what was deleted since is known',
    'only where the trail still shows its creation. How it was configured before a call is unknown unless the call says it.',
    `Rows that ActionTrail does not show are not looked for: ${unseenRows().join(', ')}.`,
  ].join('\n');
}

/** Rows that no event of the cloud can show. */
function unseenRows(): readonly string[] {
  return ROWS.filter((row) => sightOf(row, catalogue).sight !== 'watched').map(({ id }) => id);
}

function counts({ scanned, clusters, since, end }: ScanReport): readonly string[] {
  const { findings, events, silences } = scanned;
  const alerts = findings.filter(({ isAlert }) => isAlert).length;
  const quiet = Object.entries(silences).map(([reason, count]) => `${count} ${reason}`);
  const day = (time: Date): string => time.toISOString().slice(0, 16).replace('T', ' ');
  return [
    `${events} writes from ${day(since)} to ${day(end)} UTC, ${clusters.length} clusters: ${findings.length} findings, of which ${alerts} would have alerted.`,
    ...(quiet.length > 0 ? [`Silent: ${quiet.join(', ')}.`] : []),
  ];
}

function doubts({ scanned: { undecided }, problems }: ScanReport): readonly string[] {
  const more = undecided.length - MOST_UNDECIDED;
  return [
    ...undecided.slice(0, MOST_UNDECIDED).map(({ event, why }) => {
      const at = event.eventTime.toISOString().slice(0, 16).replace('T', ' ');
      return `Unknown: ${event.service}:${event.action}, ${at}: ${why}.`;
    }),
    ...(more > 0 ? [`Unknown: ${more} more; --json lists all.`] : []),
    ...problems.map((problem) => `Not read: ${problem}`),
  ];
}
