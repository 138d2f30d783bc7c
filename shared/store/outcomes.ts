import type { Decision } from '../model/decision.ts';

/** Outcomes after which the resource was certainly not written to. */
export const WITHOUT_WRITE: readonly Decision['outcome'][] = ['duplicate', 'dry-run'];

/** Outcomes that leave a resource as ACK wants it: by ACK itself, by what it set off, or without any change. */
export const HARMLESS: readonly Decision['outcome'][] = [
  ...WITHOUT_WRITE,
  'ack-itself',
  'echo',
  'approved',
  'no-effect',
  'restores',
  'not-risky',
];
