import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Loads a bundle, initialises it and hands it one event after another, as lines on standard input ask. */
export const RUNNER = `
const bundle = require(process.argv[2]);
const { accountId, region, ...credentials } = JSON.parse(process.argv[3]);
const context = { accountId, region, credentials };
(async () => {
  await bundle.initialize?.(context);
  for await (const line of require('node:readline').createInterface({ input: process.stdin })) {
    const answer = await bundle.handler(Buffer.from(line), context);
    process.stderr.write(JSON.stringify(answer) + '\\n');
  }
  process.exit(0);
})();
`;

/** One process with a bundle in it. */
export type Instance = ReturnType<typeof startInstance>;

/** One process that takes an event a line and answers each with a line. */
export function startInstance(argv: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [...argv], { env, stdio: ['pipe', 'ignore', 'pipe'] });
  const lines = createInterface({ input: child.stderr })[Symbol.asyncIterator]();
  const ask = async (event: string): Promise<string> => {
    child.stdin.write(`${event}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error('Expected an answer, but the instance ended');
    return value;
  };
  const end = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  return { ask, end };
}
