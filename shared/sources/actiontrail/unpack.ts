import { DecodeError } from '../../errors.ts';

const MOST_EVENTS = 10_000;

/**
 * Takes the transport's wrapping off: Buffer, text and arrays in any nesting become single records or errors. Of too
 * many the first are taken, and one error says how many were left out.
 */
export function unpack(input: unknown): readonly unknown[] {
  const all = unwrapped(input, 0);
  const leftOut = all.length - MOST_EVENTS;
  if (leftOut <= 0) return all;
  const why = `Expected at most ${MOST_EVENTS} events in one input, left out ${leftOut}: the sweep finds them in the trail`;
  return [...all.slice(0, MOST_EVENTS), new DecodeError(why, { cause: { leftOut } })];
}

function unwrapped(input: unknown, depth: number): readonly unknown[] {
  if (depth > 3) return [new DecodeError('Expected at most three wrappings of arrays and JSON text', { cause: input })];
  if (input instanceof Uint8Array) return unwrapped(new TextDecoder().decode(input), depth);
  if (Array.isArray(input)) return input.flatMap((item) => unwrapped(item, depth + 1));
  if (typeof input !== 'string') return [input];
  try {
    return unwrapped(JSON.parse(input), depth + 1);
  } catch (error) {
    return [
      new DecodeError(`Expected JSON, got ${input.length} characters that do not parse${placeIn(error)}`, {
        cause: input,
      }),
    ];
  }
}

/** The parser quotes what it read, which may be a secret: of its message only the place is kept. */
function placeIn(error: unknown): string {
  const position = error instanceof SyntaxError ? /at position (\d{1,10})/u.exec(error.message)?.[1] : undefined;
  return position === undefined ? '' : ` at position ${position}`;
}
