import { StoreError } from '../../errors.ts';

const CONFLICTS = ['40001', '40P01'];
/** 25006: after a failover the connection may lead to the server that only reads now. */
const LOST = ['57P01', '57P02', '25P03', '25006', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'];
const SCHEMA = ['42P01', '42703', '42883'];

/** Two transactions got into each other's way: the database rolled this one back, and it may be run again. */
export function isConflict(error: unknown): boolean {
  return CONFLICTS.includes(codeOf(error));
}

/** An open connection went away under the statement; the server may be well. */
export function isLost(error: unknown): boolean {
  const code = codeOf(error);
  return LOST.includes(code) || code.startsWith('08') || /^Connection terminated|not queryable/u.test(messageOf(error));
}

/** After this the connection is of no use any more. */
export function endsConnection(error: unknown): boolean {
  return isLost(error) || messageOf(error) === 'Query read timeout';
}

/** Whatever the driver threw, as a StoreError. Neither the address nor the values of a statement stand in the message. */
export function toStoreError(what: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = codeOf(error);
  if (SCHEMA.includes(code)) return outdated(error);
  const got = [code, messageOf(error)].filter((part) => part !== '').join(' ');
  return new StoreError(`Expected the database to ${what}, got ${got}`, { cause: error });
}

/** The tables are not those that this version works with. */
export function outdated(cause?: unknown): StoreError {
  const options = cause === undefined ? {} : { cause };
  return new StoreError(
    'Expected the tables of this version in the database, got others: run ackwatch migrate',
    options,
  );
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
