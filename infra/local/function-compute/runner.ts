import { createRequire } from 'node:module';
import { inspect } from 'node:util';
import { endOfCall, type FromRunner, type ToRunner } from './protocol.ts';

/**
 * Runs inside an instance: loads the bundle named on the command line and calls it, one call after the other. This
 * file is bundled into one and started by plain Node, as Function Compute would.
 */
const file = process.argv[2] ?? '';
// Kept from the start: a function may put its own in their place.
const streams = [process.stdout, process.stderr].map((stream) => stream.write.bind(stream));
let loaded: Readonly<Record<string, unknown>> | undefined;

process.on('message', (message: ToRunner) => void answer(message));
process.on('disconnect', () => process.exit());

async function answer(message: ToRunner): Promise<void> {
  const result = await work(message);
  await Promise.all(streams.map((write) => new Promise((resolve) => write(endOfCall(message.requestId), resolve))));
  process.send?.(result);
}

async function work(message: ToRunner): Promise<FromRunner> {
  const { requestId } = message;
  try {
    loaded ??= createRequire(file)(file) as Readonly<Record<string, unknown>>;
    const context = { ...message.context, logger: loggerOf(requestId) };
    if (message.kind === 'initialize') {
      await functionIn(loaded, 'initialize')?.(context);
      return { requestId, ok: true, payload: Buffer.alloc(0) };
    }
    const handler = functionIn(loaded, 'handler');
    if (handler === undefined) throw new TypeError(`Expected ${file} to export handler`);
    return { requestId, ok: true, payload: asPayload(await handler(Buffer.from(message.event), context)) };
  } catch (error) {
    return { requestId, ok: false, payload: asPayload(described(error)) };
  }
}

function functionIn(exports: Readonly<Record<string, unknown>>, name: string) {
  const found = exports[name];
  return typeof found === 'function' ? (found as (...given: readonly unknown[]) => unknown) : undefined;
}

/** A Buffer goes out as it is, an object as JSON, everything else as text. */
function asPayload(value: unknown): Buffer {
  if (Buffer.isBuffer(value)) return value;
  if (value === undefined) return Buffer.alloc(0);
  if (typeof value === 'object' && value !== null) return Buffer.from(JSON.stringify(value));
  return Buffer.from(typeof value === 'string' ? value : inspect(value));
}

function described(error: unknown): object {
  if (!(error instanceof Error)) return { errorMessage: String(error) };
  const stackTrace = (error.stack ?? '')
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
  return { errorMessage: error.message, errorType: error.name, stackTrace };
}

/** The logger of the context: one line each, with time, request and level. */
function loggerOf(requestId: string) {
  const at =
    (level: string) =>
    (...parts: readonly unknown[]): void => {
      const text = parts.map((part) => (typeof part === 'string' ? part : inspect(part))).join(' ');
      streams[0]?.(`${new Date().toISOString()} ${requestId} [${level}] ${text}\n`);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error'), log: at('verbose') };
}
