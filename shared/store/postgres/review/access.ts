import { sql } from 'kysely';
import type { Access, IssuedToken, Session } from '../../review-access.ts';
import type { Units } from '../units.ts';

/** Tokens and sessions. What is kept are digests: whoever reads the database cannot sign in with it. */
export function access({ run, transact }: Units): Access {
  return {
    issueToken: ({ id, digest, name, role, days }) =>
      run('issue a token', async (db) => {
        await sql`
          insert into review_tokens (id, digest, name, role, expires_at)
          values (${id}, ${digest}, ${name}, ${role}, now() + ${days} * interval '1 day')
          on conflict do nothing
        `.execute(db);
      }),
    issuedTokens: () =>
      run('list tokens', async (db) => {
        const { rows } = await sql<TokenRow>`
          select id, name, role, created_at, expires_at, revoked_at, used_at from review_tokens order by created_at, id
        `.execute(db);
        return rows.map(({ revokedAt, usedAt, ...rest }) => ({
          ...rest,
          ...(revokedAt === null ? {} : { revokedAt }),
          ...(usedAt === null ? {} : { usedAt }),
        }));
      }),
    revokeToken: (id) =>
      transact('revoke a token', async (db) => {
        const { rows } = await sql`
          update review_tokens set revoked_at = coalesce(revoked_at, now()) where id = ${id} returning id
        `.execute(db);
        await sql`delete from review_sessions where via = ${viaToken(id)}`.execute(db);
        return rows.length > 0;
      }),
    tokenOf: (digest) =>
      run('look a token up', async (db) => {
        const { rows } = await sql<Pick<IssuedToken, 'id' | 'name' | 'role'>>`
          update review_tokens set used_at = now()
          where digest = ${digest} and revoked_at is null and expires_at > now() returning id, name, role
        `.execute(db);
        return rows[0];
      }),
    openSession: ({ digest, name, role, via, minutes }) =>
      transact('open a session', async (db) => {
        await sql`delete from review_sessions where expires_at < now()`.execute(db);
        await sql`
          insert into review_sessions (digest, name, role, via, expires_at)
          values (${digest}, ${name}, ${role}, ${via}, now() + ${minutes} * interval '1 minute')
          on conflict do nothing
        `.execute(db);
      }),
    sessionOf: (digest) =>
      run('look a session up', async (db) => {
        const { rows } = await sql<Session>`
          select name, role, via, expires_at from review_sessions where digest = ${digest} and expires_at > now()
        `.execute(db);
        return rows[0];
      }),
    endSession: (digest) =>
      run('end a session', async (db) => {
        await sql`delete from review_sessions where digest = ${digest}`.execute(db);
      }),
    noteRefusal: (source) =>
      transact('note a refused sign-in', async (db) => {
        await sql`delete from review_refusals where at < now() - interval '1 day'`.execute(db);
        await sql`insert into review_refusals (source) values (${source.slice(0, 100)})`.execute(db);
      }),
    refusals: (source, minutes) =>
      run('count refused sign-ins', async (db) => {
        const { rows } = await sql<{ readonly count: number }>`
          select count(*)::int as count from review_refusals
          where source = ${source.slice(0, 100)} and at > now() - ${minutes} * interval '1 minute'
        `.execute(db);
        return rows[0]?.count ?? 0;
      }),
  };
}

/** How a session says which token opened it: with the token it ends. */
export function viaToken(id: string): string {
  return `token ${id}`;
}

interface TokenRow extends Omit<IssuedToken, 'revokedAt' | 'usedAt'> {
  readonly revokedAt: Date | null;
  readonly usedAt: Date | null;
}
