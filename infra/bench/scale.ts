import { table } from './paired.ts';
import { measureScales } from './scale/measure.ts';
import type { Scale, ScaleFigures } from './scale/run.ts';
import { ANSWER_MS } from './scale/stage.ts';

const SCALES: readonly Scale[] = [
  { events: 200, clusters: 3 },
  { events: 2_000, clusters: 30 },
  { events: 20_000, clusters: 300 },
];

const CAPTION = `A stream of events over small clusters: of a hundred 60 are in no table, 25 ACK's own, 10 on what no cluster owns, 5 alerts. Four
instances of the event function, each one event at a time, the deliver function every minute, one PostgreSQL with its usual settings;
cloud and robot answer after ${ANSWER_MS} ms. Counted until the last message is told, with \`begin\` and \`commit\`; a sweep's calls stand
apart. In brackets: how many times that of the first line.`;

const HEAD = [
  'events',
  'clusters',
  'events per second',
  'statements',
  'each',
  'cloud calls',
  'messages',
  'sweep: cloud calls',
];

/** One stream at three sizes: how fast it is decided, and how what it takes grows with events and clusters. */
export async function scale(): Promise<string> {
  const figures = await measureScales(SCALES);
  return [
    CAPTION,
    '',
    table(
      HEAD,
      figures.map((one) => row(one, figures[0] ?? one)),
    ),
  ].join('\n');
}

function row(of: ScaleFigures, first: ScaleFigures): readonly string[] {
  const grown = (name: 'statements' | 'eventCalls' | 'messages' | 'sweepCalls'): string =>
    of === first ? whole(of[name]) : `${whole(of[name])} (${(of[name] / first[name]).toFixed(1)})`;
  return [
    whole(of.events),
    whole(of.clusters),
    whole(of.eventsPerSecond),
    grown('statements'),
    (of.statements / of.events).toFixed(2),
    grown('eventCalls'),
    grown('messages'),
    grown('sweepCalls'),
  ];
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}
