import { openCloud } from '../../cloud/openapi.ts';
import { plain } from '../../notify/escape.ts';
import { progressOf, streamsFrom } from '../../scan/history.ts';
import { undecidedEvents } from '../../scan/undecided.ts';
import { openStore } from '../../store/postgres.ts';
import { EXIT, type Exit, type Terminal } from '../command.ts';
import { openDatabase } from '../database.ts';
import { inColumns } from '../table.ts';
import type { ScanOptions } from './run-scan.ts';

/** Lists what the trail shows and a deployment's database has not decided. Nothing is decided or written. */
export async function runCompare(
  { account, services, since, end, progress, signal }: ScanOptions,
  asked: { readonly database?: string | undefined; readonly folder: string; readonly json: boolean },
  terminal: Terminal,
): Promise<Exit> {
  const database = await openDatabase(asked, terminal);
  const store = openStore({ databaseUrl: database.url });
  try {
    const found = await undecidedEvents({
      store,
      since,
      signal,
      now: account.now,
      accountId: account.accountId,
      cloud: openCloud({ credentials: account.credentials, endpoint: account.config.endpoint }),
      streams: streamsFrom(account.regions, services, end),
      onPage: (streams, events) => progress.show(`${events} writes compared`, progressOf(streams, since, end)),
    });
    const { events, risky, undecided } = found;
    const rows = undecided.map((event) => ({
      eventId: event.id,
      eventTime: event.eventTime,
      operation: `${event.service}:${event.action}`,
      actor: event.actor.name,
    }));
    if (asked.json)
      terminal.out(JSON.stringify({ isComplete: !signal.aborted, events, risky, undecided: rows }, null, 2));
    else {
      const lines = rows.map((row) => [row.eventTime.toISOString(), row.operation, plain(row.actor, 28), row.eventId]);
      if (rows.length > 0) terminal.out(`${inColumns(['when', 'operation', 'by', 'event'], lines)}\n`);
      terminal.out(
        `${events} writes in the trail, ${risky} of which are risky on some resource; ${rows.length} are not decided.`,
      );
    }
    if (signal.aborted) return EXIT.interrupted;
    return rows.length > 0 ? EXIT.found : EXIT.ok;
  } finally {
    await store.close();
    await database.close();
  }
}
