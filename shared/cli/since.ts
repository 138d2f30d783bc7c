import { ConfigError } from '../errors.ts';

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Reads `7d`, `12h`, `30m` or a time such as `2026-11-01` as the moment meant. Throws ConfigError. */
export function readSince(text: string, now: Date): Date {
  const [, count, unit] = /^(\d+)([mhd])$/u.exec(text) ?? [];
  if (count !== undefined && isUnit(unit)) return new Date(now.getTime() - Number(count) * UNITS[unit]);
  const time = /^\d{4}-\d\d-\d\d/u.test(text) ? new Date(text) : undefined;
  if (time !== undefined && time.getTime() < now.getTime()) return time;
  throw new ConfigError(`Expected a time that has passed, such as 7d, 12h or 2026-11-01, got ${text}`);
}

function isUnit(text: string | undefined): text is keyof typeof UNITS {
  return text !== undefined && text in UNITS;
}
