import { Engine } from 'json-rules-engine';
import { LogicEngine } from 'json-logic-engine';
import { Query } from 'mingo';
import { screen } from '../../shared/operations/screen.ts';
import { tables } from '../../shared/operations/tables.ts';
import { decode } from '../../shared/sources/actiontrail/decode.ts';
import { mixedEvents } from './events.ts';
import { median, paired, ratio, table } from './paired.ts';

/** Events for the fast ones; the slow ones get the first of them, so that a round ends. */
const EVENTS = 10_000;
const FEW = 500;
const ROUNDS = 5;

/** What every contender is asked of each event: is the operation in one of our tables? */
const CONDITIONS = tables.map(({ service, actions }) => ({ service, actions: Object.keys(actions) }));

type Event = {
  readonly data: { readonly serviceName: string; readonly eventName: string };
};

/** Decode and screen against the matchers people use on Node: the same bytes, the same conditions, the same hits. */
export async function matchers(): Promise<string> {
  const lines = mixedEvents(EVENTS);
  const few = lines.slice(0, FEW);
  const hits = lines.filter(isListed).length;
  const logic = jsonLogic();
  const query = mingoQuery();
  const rules = jsonRules();
  const figures = await paired(ROUNDS, {
    'JSON.parse alone': () => rate(lines, (line) => JSON.parse(line) !== null, lines.length),
    'our tables': () => rate(lines, (line) => isIn(parse(line)), hits),
    'our tables, event decoded as well': () => rate(lines, isListed, hits),
    'json-logic-engine, compiled': () => rate(lines, (line) => logic(parse(line)), hits),
    mingo: () => rate(lines, (line) => query(parse(line)), hits),
    'json-rules-engine': () => rateLater(few, (line) => rules(parse(line)), few.filter(isListed).length),
  });
  const floor = figures['JSON.parse alone'];
  const rows = Object.entries(figures).map(([name, taken]) => [
    name,
    String(Math.round(median(taken))),
    ratio(taken, floor).toFixed(2),
  ]);
  const caption = `The question "is the operation in a table?" (${CONDITIONS.length} products, ${CONDITIONS.reduce((sum, { actions }) => sum + actions.length, 0)} actions), parsing included, medians of ${ROUNDS} paired rounds:`;
  return [caption, '', table(['what', 'events per second', 'of JSON.parse'], rows)].join('\n');
}

function isListed(line: string): boolean {
  const [item] = decode(line, new Date(0));
  return item?.kind === 'event' && screen(item.event.service, item.event.action).match === 'listed';
}

function isIn({ data }: Event): boolean {
  return screen(data.serviceName, data.eventName).match === 'listed';
}

function jsonLogic(): (event: Event) => boolean {
  const run = new LogicEngine().build({
    or: CONDITIONS.map(({ service, actions }) => ({
      and: [{ '==': [{ var: 'data.serviceName' }, service] }, { in: [{ var: 'data.eventName' }, actions] }],
    })),
  });
  return (event) => run(event) === true;
}

function mingoQuery(): (event: Event) => boolean {
  const query = new Query({
    $or: CONDITIONS.map(({ service, actions }) => ({
      'data.serviceName': service,
      'data.eventName': { $in: actions },
    })),
  });
  return (event) => query.test(event);
}

function jsonRules(): (event: Event) => Promise<boolean> {
  const engine = new Engine();
  for (const { service, actions } of CONDITIONS) {
    const of = (path: string, operator: string, value: unknown) => ({ fact: 'data', path, operator, value });
    engine.addRule({
      conditions: { all: [of('$.serviceName', 'equal', service), of('$.eventName', 'in', actions)] },
      event: { type: 'listed' },
    });
  }
  return async (event) => (await engine.run(event)).events.length > 0;
}

function rate(lines: readonly string[], isHit: (line: string) => boolean, expected: number): number {
  const start = performance.now();
  let found = 0;
  for (const line of lines) if (isHit(line)) found++;
  return perSecond(lines.length, start, found, expected);
}

/** For the one contender that answers with a promise: the others do not pay for its waiting. */
async function rateLater(lines: readonly string[], isHit: (line: string) => Promise<boolean>, expected: number) {
  const start = performance.now();
  let found = 0;
  for (const line of lines) if (await isHit(line)) found++;
  return perSecond(lines.length, start, found, expected);
}

function perSecond(events: number, start: number, found: number, expected: number): number {
  if (found !== expected) throw new Error(`Expected ${expected} hits, got ${found}`);
  return (events / (performance.now() - start)) * 1_000;
}

function parse(line: string): Event {
  return JSON.parse(line) as Event;
}
