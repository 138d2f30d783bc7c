import { createHash } from 'node:crypto';
import type { AuditEntry } from '../model/audit.ts';

/** Over the hash of the seal before and every entry, in order; each field stands in it, none can borrow from another. */
export function hashOf(previous: string, entries: readonly AuditEntry[]): string {
  const hash = createHash('sha256').update(JSON.stringify([previous]));
  for (const { id, at, kind, subject, content, digest } of entries) {
    hash.update(`\n${JSON.stringify([id, at.toISOString(), kind, subject, content, digest])}`);
  }
  return hash.digest('hex');
}
