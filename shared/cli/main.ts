#!/usr/bin/env node
import { once } from 'node:events';
import { run } from './run.ts';

const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interrupted.abort());

// Whoever reads has gone (`| head`): there is nobody to write for.
process.stdout.on('error', () => interrupted.abort());

const ended = run(process.argv.slice(2), {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  drained,
  isInteractive: process.stderr.isTTY,
  environment: process.env,
  signal: interrupted.signal,
});
void ended.then((code) => (process.exitCode = code));

async function drained(): Promise<void> {
  if (!process.stdout.writableNeedDrain) return;
  await once(process.stdout, 'drain', { signal: interrupted.signal }).catch(() => undefined);
}
