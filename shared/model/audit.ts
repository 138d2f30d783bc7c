/** What sort of deed an entry tells of. */
export type AuditKind = 'decision' | 'delivery' | 'end' | 'review' | 'exception';

/** One append-only line of what ackwatch itself, or a reviewer, did. */
export interface AuditEntry {
  /** A number that only grows; as text, because there may be more than a JavaScript number counts. */
  readonly id: string;
  readonly at: Date;
  readonly kind: AuditKind;
  /** What it is about: an event, a message, a finding. */
  readonly subject: string;
  /** JSON, kept as text: what is sealed are these very characters. */
  readonly content: string;
  /** Of a decision: what its row said, as one digest. */
  readonly digest: string | null;
}

/** Stands for a batch of entries: whoever changes one of them, or a seal, breaks the chain from there on. */
export interface Seal {
  /** From 1 on, without gaps. */
  readonly number: number;
  readonly count: number;
  readonly firstId: string;
  readonly lastId: string;
  /** Over the entries and the previous seal. */
  readonly hash: string;
  /** Hash of the seal before; empty for the first. */
  readonly previous: string;
  readonly sealedAt: Date;
  /** Since when the entries are no longer kept and the seal stands for them alone. */
  readonly retiredAt?: Date;
}
