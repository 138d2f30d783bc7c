import { DecodeError } from '../../errors.ts';

const MOST_EVENTS = 10_000;

/** Takes the transport's wrapping off: Buffer, text and arrays in any nesting become single records or errors. */
export function unpack(input: unknown, depth = 0): readonly unknown[] {
  if (depth > 3) return [new DecodeError('Expected at most three wrappings of arrays and JSON text', { cause: input })];
  if (input instanceof Uint8Array) return unpack(new TextDecoder().decode(input), depth);
  if (Array.isArray(input)) return input.slice(0, MOST_EVENTS).flatMap((item) => unpack(item, depth + 1));
  if (typeof input !== 'string') return [input];
  try {
    return unpack(JSON.parse(input), depth + 1);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [new DecodeError(`Expected JSON, got text that does not parse: ${why.slice(0, 120)}`, { cause: input })];
  }
}
