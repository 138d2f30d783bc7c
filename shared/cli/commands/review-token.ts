import { ConfigError } from '../../errors.ts';
import { digestOf, newToken } from '../../review/access/secret.ts';
import type { IssuedToken, ReviewRole } from '../../store/review-access.ts';
import type { ReviewStore } from '../../store/review.ts';
import { defineCommand, EXIT, type Exit, type Terminal } from '../command.ts';
import { DATABASE_ARGS } from '../database.ts';
import { withReviewStore } from '../review-store.ts';
import { inColumns } from '../table.ts';

const LONGEST_DAYS = 366;

export const reviewToken = defineCommand({
  name: 'review-token',
  description:
    'Issues a personal token for the review page, lists those that were issued, or revokes one. A token is shown once: the database keeps its digest alone.',
  args: {
    name: { type: 'string', description: 'Whose it is: what the audit shows, such as an e-mail address' },
    role: { type: 'enum', options: ['viewer', 'reviewer'], default: 'viewer', description: 'May look, or also act' },
    days: { type: 'string', default: '90', description: `How long it is valid, up to ${LONGEST_DAYS}` },
    list: { type: 'boolean', default: false, description: 'List every token' },
    revoke: { type: 'string', description: 'End the token of this id, and every session that it opened' },
    ...DATABASE_ARGS,
  },
  examples: [
    ['ackwatch review-token --name alice@example.com --role reviewer', 'a token for alice, for 90 days'],
    ['ackwatch review-token --list', 'who has one, and when it was used last'],
    ['ackwatch review-token --revoke 4f1c09aa', 'when somebody leaves'],
  ],
  run: (args, terminal) =>
    withReviewStore(args, terminal, (store) => {
      if (args.list) return list(store, args.json, terminal);
      if (args.revoke !== undefined) return revoke(store, args.revoke, terminal);
      return issue(store, { ...args, role: args.role, days: Number(args.days) }, terminal);
    }),
});

async function issue(
  store: ReviewStore,
  { name, role, days, json }: { name?: string | undefined; role: ReviewRole; days: number; json: boolean },
  { out, err }: Terminal,
): Promise<Exit> {
  const whose = name?.trim();
  if (!whose) throw new ConfigError('Expected --name: whose token it is');
  if (!(Number.isInteger(days) && days > 0 && days <= LONGEST_DAYS)) {
    throw new ConfigError(`Expected --days between 1 and ${LONGEST_DAYS}`);
  }
  const { id, token } = newToken();
  await store.issueToken({ id, digest: digestOf(token), name: whose, role, days });
  out(json ? JSON.stringify({ id, name: whose, role, days, token }) : token);
  if (!json) err(`Token ${id} of ${whose}, ${role}, valid for ${days} days. It is not shown again.`);
  return EXIT.ok;
}

async function list(store: ReviewStore, json: boolean, { out }: Terminal): Promise<Exit> {
  const tokens = await store.issuedTokens();
  if (json) out(JSON.stringify(tokens, null, 2));
  else if (tokens.length === 0) out('No token was issued yet.');
  else out(inColumns(['id', 'name', 'role', 'valid until', 'last used'], tokens.map(lineOf)));
  return EXIT.ok;
}

async function revoke(store: ReviewStore, id: string, { out, err }: Terminal): Promise<Exit> {
  if (await store.revokeToken(id)) {
    out(`Token ${id} is revoked; its sessions have ended.`);
    return EXIT.ok;
  }
  err(`There is no token ${id}.`);
  return EXIT.found;
}

function lineOf({ id, name, role, expiresAt, revokedAt, usedAt }: IssuedToken): readonly string[] {
  const until = revokedAt ? `revoked ${day(revokedAt)}` : day(expiresAt);
  return [id, name, role, until, usedAt ? day(usedAt) : 'never'];
}

function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}
