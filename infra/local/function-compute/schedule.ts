/** When a timer goes off next. */
export type Schedule = (after: Date) => Date;

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
/** A day that never comes, such as 30 February, is looked for this long. */
const FARTHEST_MS = 9 * 366 * 24 * 3_600_000;

/** Reads `@every 60m`, or second, minute, hour, day, month and weekday (UTC, or after `CRON_TZ=<zone> `). */
export function readSchedule(expression: string): Schedule {
  const every = /^@every (\d+)([smh])$/u.exec(expression);
  if (every) {
    const interval = Number(every[1]) * (UNITS[every[2] ?? ''] ?? 0);
    if (interval > 0) return (after) => new Date(after.getTime() + interval);
  }
  const [, zone = 'UTC', cron = ''] = /^(?:CRON_TZ=(\S+) )?(.*)$/u.exec(expression) ?? [];
  const fields = cron.trim().split(/\s+/u);
  const [second = '', minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  if (fields.length !== 6) throw new TypeError(`Expected "@every 60m" or six cron fields, got "${expression}"`);
  const [inDays, inWeekdays] = [values(day, 1, 31), values(weekday, 0, 7, DAYS)];
  const isAny = (field: string) => /^[*?]/u.test(field);
  return search(zone, {
    second: values(second, 0, 59),
    minute: values(minute, 0, 59),
    hour: values(hour, 0, 23),
    month: values(month, 1, 12, ['', ...MONTHS]),
    /** Where both are narrowed, either will do; so has cron always done. */
    isDay: (at, onWeekday) => {
      const [left, right] = [inDays.has(at), inWeekdays.has(onWeekday) || (onWeekday === 0 && inWeekdays.has(7))];
      return isAny(day) || isAny(weekday) ? left && right : left || right;
    },
  });
}

interface Cron {
  readonly second: ReadonlySet<number>;
  readonly minute: ReadonlySet<number>;
  readonly hour: ReadonlySet<number>;
  readonly month: ReadonlySet<number>;
  readonly isDay: (day: number, weekday: number) => boolean;
}

function search(zone: string, cron: Cron): Schedule {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    month: 'numeric',
    day: 'numeric',
    weekday: 'short',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (after) => {
    let at = Math.floor(after.getTime() / 1_000) * 1_000 + 1_000;
    while (at - after.getTime() < FARTHEST_MS) {
      const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]));
      const read = (name: Intl.DateTimeFormatPartTypes) => Number(parts.get(name));
      const isDay = cron.isDay(read('day'), DAYS.indexOf((parts.get('weekday') ?? '').toUpperCase()));
      // From here to where the first field that does not fit changes next.
      if (!cron.month.has(read('month')) || !isDay || !cron.hour.has(read('hour'))) {
        at += (60 - read('minute')) * 60_000 - read('second') * 1_000;
      } else if (!cron.minute.has(read('minute'))) {
        at += (60 - read('second')) * 1_000;
      } else if (cron.second.has(read('second'))) {
        return new Date(at);
      } else {
        at += 1_000;
      }
    }
    throw new RangeError('Expected a time that comes');
  };
}

function values(field: string, from: number, to: number, names: readonly string[] = []): ReadonlySet<number> {
  const found = new Set<number>();
  const number = (text: string): number => {
    const named = names.indexOf(text.toUpperCase());
    const value = named >= 0 && text !== '' ? named : Number(text);
    if (!/^\w+$/u.test(text) || !Number.isInteger(value) || value < from || value > to) {
      throw new TypeError(`Expected a cron field between ${from} and ${to}, got "${field}"`);
    }
    return value;
  };
  for (const part of field.split(',')) {
    const [range = '', step] = part.split('/');
    const [first = '', last] = range.split('-');
    const isAny = range === '*' || range === '?';
    const start = isAny ? from : number(first);
    const until = last === undefined ? (isAny || step !== undefined ? to : start) : number(last);
    const by = step === undefined ? 1 : Number(step);
    if (!Number.isInteger(by) || by < 1) throw new TypeError(`Expected a step of at least 1, got "${field}"`);
    for (let value = start; value <= until; value += by) found.add(value);
  }
  return found;
}
