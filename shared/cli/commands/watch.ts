import { summaryOf } from '../../findings/summary.ts';
import type { Finding } from '../../model/finding.ts';
import { ACCOUNT_ARGS, openAccount } from '../account.ts';
import { defineCommand, EXIT } from '../command.ts';
import { DATABASE_ARGS, openDatabase } from '../database.ts';
import { findingLine } from '../findings-table.ts';

export const watch = defineCommand({
  name: 'watch',
  description:
    'Follows ActionTrail from this machine and alerts as a deployment would, a minute or so later: nothing is deployed.',
  args: {
    ...ACCOUNT_ARGS,
    once: { type: 'boolean', default: false, description: 'Look once, tell, and end: for cron' },
    language: {
      type: 'enum',
      options: ['en', 'zh', 'ja'],
      description: 'Language of the texts; else ACKWATCH_LANGUAGE',
    },
    ...DATABASE_ARGS,
  },
  examples: [
    ['ackwatch watch --regions cn-hangzhou', 'shows what is found; begins half an hour back'],
    ['ACKWATCH_DINGTALK_WEBHOOK=https://… ackwatch watch', 'tells a DingTalk group too'],
    ['ackwatch watch --once', 'what is new since the last time'],
  ],
  run: async (args, terminal) => {
    const { out, err, signal } = terminal;
    const account = await openAccount(args, terminal);
    const language = args.language ?? account.config.language;
    const accounts = [...new Set([account.accountId, ...account.config.accounts.map(({ id }) => id)])];
    const database = await openDatabase(args, terminal);
    const { migrate } = await import('../../store/migrations/migrate.ts');
    const { openStore } = await import('../../store/postgres.ts');
    const { openFollower } = await import('../../serve/follow.ts');
    const store = openStore({ databaseUrl: database.url });
    const shown = (finding: Finding) =>
      args.json ? JSON.stringify(summaryOf(finding)) : findingLine(finding, language, accounts.length > 1);
    try {
      await migrate(database.url);
      const follower = openFollower({
        surroundings: { ...account, config: { ...account.config, databaseUrl: database.url } },
        store,
        signal,
        onFindings: (findings) => findings.forEach((finding) => out(shown(finding))),
        onProblem: nowAndThen(err),
      });
      const told =
        follower.channels.length === 0 ? 'here alone: no robot and no mailbox is set' : follower.channels.join(', ');
      err(`Watching account ${accounts.join(', ')} in ${account.regions.join(', ')}; findings are told ${told}.`);
      await (args.once ? follower.once() : follower.follow());
      return EXIT.ok;
    } finally {
      await store.close();
      await database.close();
    }
  },
});

const QUIET_MS = 3_600_000;

/** The same problem every half minute helps nobody: it is told again after an hour. */
function nowAndThen(tell: (problem: string) => void): (problem: string) => void {
  const toldAt = new Map<string, number>();
  return (problem) => {
    const key = problem.replace(/request id: \S+/u, '');
    if (Date.now() - (toldAt.get(key) ?? 0) < QUIET_MS) return;
    toldAt.set(key, Date.now());
    tell(problem);
  };
}
