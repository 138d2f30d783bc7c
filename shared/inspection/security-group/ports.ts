import type { Range } from './range.ts';

export const ALL_PORTS: Range = { from: 1n, to: 65_535n };

/** The ports of `53/53`, of `-1/-1` (any) or of several with commas. Undefined: not a range of ports. */
export function parsePorts(text: string): readonly Range[] | undefined {
  const ranges = text.split(',').map(parseRange);
  const known = ranges.filter((range) => range !== undefined);
  return known.length === ranges.length ? known : undefined;
}

function parseRange(text: string): Range | undefined {
  const match = /^\s*(-1|\d{1,5})\s*\/\s*(-1|\d{1,5})\s*$/u.exec(text);
  if (match === null) return undefined;
  const [from, to] = [Number(match[1]), Number(match[2])];
  if (from === -1 && to === -1) return ALL_PORTS;
  return from < 0 || to < from || to > 65_535 ? undefined : { from: BigInt(from), to: BigInt(to) };
}
