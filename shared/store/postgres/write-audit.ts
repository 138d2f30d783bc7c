import { sql } from 'kysely';
import type { AuditKind } from '../../model/audit.ts';
import type { EventKey } from '../store.ts';
import { key, storableJson } from './text.ts';
import type { Db } from './units.ts';

/** Writes down what was done, in the transaction that does it. */
export async function writeDown(db: Db, kind: AuditKind, subject: string, content: object): Promise<void> {
  await sql`
    insert into audit_entries (kind, subject, content) values (${kind}, ${subject}, ${storableJson(content)})
  `.execute(db);
}

/** Writes down a decision with the digest of its row, the record included: whoever changes the row disagrees with it. */
export async function writeDownDecision(db: Db, event: EventKey, content: object): Promise<void> {
  await sql`
    insert into audit_entries (kind, subject, content, digest)
    select 'decision', d.account_id || ' ' || d.region || ' ' || d.event_id, ${storableJson(content)},
      ackwatch_decision_digest(d)
    from decisions d
    where account_id = ${key(event.accountId)} and region = ${key(event.region)} and event_id = ${key(event.eventId)}
  `.execute(db);
}
