import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from '../../errors.ts';
import { compareSeverity, SEVERITIES, type Severity } from '../../model/severity.ts';
import { tables } from '../../operations/tables.ts';
import { reportJson, type ScanReport } from '../../scan/report.ts';
import { ACCOUNT_ARGS, openAccount } from '../account.ts';
import { defineCommand, EXIT, type Exit, type Terminal } from '../command.ts';
import { FOLDER } from '../database.ts';
import { progressOn } from '../progress.ts';
import type { ScanOptions } from '../scan/run-scan.ts';
import { readSince } from '../since.ts';

/** A folder of its own: what a scan finds is old news, and `watch` must not tell it. */
const SCANS = `${FOLDER}/scan`;
const DAY_MS = 86_400_000;
const DAYS_KEPT = 90;

export const scan = defineCommand({
  name: 'scan',
  description:
    "Reads ActionTrail's own history with read-only keys and tells what ackwatch would have found. Nothing is deployed, nobody is told.",
  args: {
    since: { type: 'string', default: '7d', description: 'How far back: 7d, 12h, or a date; 90 days are kept' },
    ...ACCOUNT_ARGS,
    services: {
      type: 'string',
      description: 'Only these services, such as Slb,Ecs: faster; else every one in the tables',
    },
    compare: {
      type: 'boolean',
      default: false,
      description: 'Decide nothing: list risky events that the database has not decided',
    },
    html: { type: 'string', description: 'Write a report that stands alone into this file' },
    language: {
      type: 'enum',
      options: ['en', 'zh', 'ja'],
      description: 'Language of the texts; else ACKWATCH_LANGUAGE',
    },
    'fail-on': {
      type: 'enum',
      options: [...SEVERITIES],
      description: 'Exit with 1 when a finding is at least so severe',
    },
    restart: { type: 'boolean', default: false, description: 'Begin anew where an earlier scan was interrupted' },
    database: {
      type: 'string',
      description: 'Where findings are kept: embedded (default), memory (nothing is kept), or postgres://… of its own',
    },
    folder: { type: 'string', description: `Folder of the embedded database and of the place reached; else ${SCANS}` },
  },
  examples: [
    ['ackwatch scan --regions cn-hangzhou', 'the last seven days'],
    ['ackwatch scan --since 30d --html report.html --language zh', 'a month, as a report in Chinese'],
    ['ackwatch scan --compare --database "$DATABASE_URL"', 'what a deployment has missed'],
  ],
  run: async (args, terminal) => {
    const end = new Date();
    const wanted = readSince(args.since, end);
    const account = await openAccount(args, terminal);
    const oldest = new Date(end.getTime() - DAYS_KEPT * DAY_MS);
    if (wanted < oldest) terminal.err(`ActionTrail keeps ${DAYS_KEPT} days: the scan ends there.`);
    const folder = args.folder ?? SCANS;
    const language = args.language ?? account.config.language;
    const options: ScanOptions = {
      account,
      end,
      language,
      folder,
      signal: terminal.signal,
      progress: progressOn(terminal),
      database: args.database ?? 'embedded',
      restart: args.restart,
      services: servicesIn(args.services),
      since: wanted < oldest ? oldest : wanted,
      cursorFile: join(folder, `scan-${account.accountId}.json`),
    };
    if (args.compare) {
      const { runCompare } = await import('../scan/run-compare.ts');
      return runCompare(options, { ...args, folder: args.folder ?? FOLDER }, terminal);
    }
    const report = await (await import('../scan/run-scan.ts')).runScan(options);
    const { reportText } = await import('../scan/print-report.ts');
    terminal.out(args.json ? JSON.stringify(reportJson(report), null, 2) : reportText(report, language));
    if (args.html !== undefined) {
      const { reportHtml } = await import('../../scan/html.ts');
      await writeFile(args.html, reportHtml(report, language, account.config.timeZone));
      terminal.err(`Report written to ${args.html}`);
    }
    return exitOf(report, { failOn: args['fail-on'], isKept: options.database !== 'memory' }, terminal);
  },
});

/** Services as ActionTrail spells them. */
function servicesIn(text: string | undefined): readonly string[] {
  const known = tables.map(({ service }) => service);
  if (text === undefined) return known;
  return text.split(',').map((given) => {
    const service = known.find((one) => one.toLowerCase() === given.trim().toLowerCase());
    if (service === undefined) throw new ConfigError(`Expected services out of ${known.join(', ')}, got ${given}`);
    return service;
  });
}

function exitOf(
  { scanned }: ScanReport,
  { failOn, isKept }: { readonly failOn: Severity | undefined; readonly isKept: boolean },
  { err }: Terminal,
): Exit {
  const { failure, findings, isComplete } = scanned;
  if (!isComplete) {
    err(
      isKept ? 'Not complete: the same command goes on where this one ended, --restart begins anew.' : 'Not complete.',
    );
  }
  if (failure !== undefined) throw failure;
  if (!isComplete) return EXIT.interrupted;
  const isBad = failOn !== undefined && findings.some(({ severity }) => compareSeverity(severity, failOn) >= 0);
  return isBad ? EXIT.found : EXIT.ok;
}
