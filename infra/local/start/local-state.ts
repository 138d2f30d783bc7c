import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

/** Where a running `npm start` leaves word for `npm run change`; git ignores the folder. */
export const STATE_FILE = '.ackwatch/start.json';

const Signer = z.object({
  accessKeyId: z.string(),
  accessKeySecret: z.string(),
  securityToken: z.string().optional(),
});

/** The local cloud that runs, and the keys of those who may call it. They open nothing but that stand-in. */
const LocalState = z.object({
  pid: z.number(),
  endpoint: z.string(),
  region: z.string(),
  signers: z.record(z.string(), Signer),
});
export type LocalState = z.infer<typeof LocalState>;

/** Leaves word; only the same person may read it. */
export function writeState(state: LocalState, file = STATE_FILE): void {
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
}

/** Takes the word back, unless another `npm start` has left its own meanwhile. */
export function removeState(file = STATE_FILE): void {
  if (readState(file)?.pid === process.pid) rmSync(file, { force: true });
}

/** The running one's word; undefined when none is there or it is not readable. */
export function readState(file = STATE_FILE): LocalState | undefined {
  try {
    return LocalState.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
