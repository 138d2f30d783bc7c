import type { ResourceRef } from './resource.ts';

/** A JSON value: what a snapshot is made of. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One reading of a resource. */
export interface Snapshot extends ResourceRef {
  readonly accountId: string;
  readonly region: string;
  /** Which part of the resource was read: `configuration`, `tags`, `renewal` … Each part has a history of its own. */
  readonly aspect: string;
  readonly observedAt: Date;
  /** SHA-256 over the canonical content. */
  readonly hash: string;
  /** The configuration, secrets redacted; null when the cloud says that the resource does not exist. */
  readonly content: Json;
}

/** One place where two snapshots differ. Paths are JSON Pointers (RFC 6901). */
export interface Change {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: string;
  readonly before?: Json;
  readonly after?: Json;
  /** What ACK demands or the baseline says, where it differs from `after`. */
  readonly expected?: Json;
}

/** What is known about one resource before and after the deed. */
export interface Comparison {
  readonly resource: ResourceRef;
  readonly aspect: string;
  readonly before?: Snapshot;
  /** Absent: unknown; the reading in `now` may still be shown with its time. */
  readonly after?: Snapshot;
  readonly now?: Snapshot;
  readonly changes: readonly Change[];
  /** What could not be learned, and why; one short English phrase each. */
  readonly unknown: readonly string[];
}

/** How to put a change back: commands for the `aliyun` CLI, or the plain word that it cannot be undone. */
export type Restore =
  | { readonly possible: true; readonly commands: readonly string[] }
  | { readonly possible: false }
  | { readonly possible: 'unknown' };
