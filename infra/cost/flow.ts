import filter from '../event-filter.json' with { type: 'json' };
import { compilePattern } from '../local/event-bridge/pattern.ts';
import { screen } from '../../shared/operations/screen.ts';
import type { Written } from './stream.ts';

/** How many events a day get how far. */
export interface Flow {
  readonly written: number;
  /** Let pass by the filter of the rule: each calls the function. */
  readonly pushed: number;
  /** In a table: owned and judged, with the database. */
  readonly decided: number;
  /** By people: inspected and told. */
  readonly found: number;
}

const passes = compilePattern(filter);

/** Sends a stream through the filter and the tables, as the cloud and the function would. */
export function flowOf(stream: readonly Written[]): Flow {
  const sum = (some: readonly Written[]) => some.reduce((total, { perDay }) => total + perDay, 0);
  const pushed = stream.filter(({ service, action }) => {
    const product = service.toLowerCase();
    return passes({ type: `${product}:ActionTrail:ApiCall`, data: { serviceName: service, eventName: action } });
  });
  const decided = pushed.filter(({ service, action }) => screen(service, action).touches.length > 0);
  return {
    written: sum(stream),
    pushed: sum(pushed),
    decided: sum(decided),
    found: sum(decided.filter(({ byOutsiders }) => byOutsiders === true)),
  };
}
