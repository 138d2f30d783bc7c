import { decode } from '../../shared/sources/actiontrail/decode.ts';
import { screen } from '../../shared/steps/screen.ts';
import { mixedEvents } from './events.ts';
import { median, paired, ratio, table } from './paired.ts';

const EVENTS = 20_000;
const ROUNDS = 7;

/** Decode and screen against `JSON.parse` alone over the same bytes, taken in turns in one process. */
export async function matching(): Promise<string> {
  const lines = mixedEvents(EVENTS);
  const now = new Date();
  const figures = await paired(ROUNDS, {
    parse: () => rate(() => lines.map((line) => JSON.parse(line) as unknown).length),
    screen: () => rate(() => lines.reduce((risky, line) => risky + riskyIn(line, now), 0)),
  });
  const rows = [
    ['JSON.parse alone', String(Math.round(median(figures.parse))), '1.00'],
    ['decode + screen', String(Math.round(median(figures.screen))), ratio(figures.screen, figures.parse).toFixed(2)],
  ];
  const caption = `${EVENTS} events of about ${lines[0]?.length ?? 0} bytes, medians of ${ROUNDS} paired rounds:`;
  return [caption, '', table(['what', 'events per second', 'of JSON.parse'], rows)].join('\n');
}

function riskyIn(line: string, now: Date): number {
  return decode(line, now).filter((item) => item.kind === 'event' && !('reason' in screen(item.event))).length;
}

function rate(work: () => number): number {
  const start = performance.now();
  if (work() === 0) throw new Error('Expected the work to find something');
  return (EVENTS / (performance.now() - start)) * 1_000;
}
