import { createReview } from '../../shared/review/app.ts';
import { catalogue } from '../../shared/rules/catalogue.ts';
import { startDatabase } from '../../shared/store/embedded.ts';
import { openReviewStore } from '../../shared/store/postgres/review/open.ts';
import { type Amounts, seed } from './review/seed.ts';
import { table } from './paired.ts';

const ROUNDS = 20;
/** What a page may take, at the 95th percentile. */
const LIMIT_MS = 200;

/** Every page over a large account, request to rendered answer in this process, the database beside it. */
export async function reviewPages(amounts: Amounts, progress: (what: string) => void): Promise<string> {
  const database = await startDatabase({ fast: true });
  try {
    progress(`Seeding ${amounts.findings} findings and ${amounts.decisions} decisions`);
    const started = performance.now();
    await seed(
      database.url,
      amounts,
      catalogue.map(({ id, rows, severity }) => ({ id, rows, severity })),
    );
    progress(`Seeded in ${Math.round((performance.now() - started) / 1_000)} s`);
    return await measured(database.url, amounts);
  } finally {
    await database.stop();
  }
}

async function measured(databaseUrl: string, { findings, decisions }: Amounts): Promise<string> {
  const store = openReviewStore({ databaseUrl });
  const app = createReview({
    store,
    settings: { reviewers: [], viewers: [], sessionHours: 12 },
    language: 'en',
    timeZone: 'Asia/Shanghai',
    isOnLoopback: true,
    now: () => new Date(),
    log: (message, fields) => console.error(message, fields),
  });
  const get = async (path: string) => {
    const began = performance.now();
    const response = await app.request(`http://localhost${path}`);
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return { ms: performance.now() - began, text };
  };
  try {
    const rows: string[][] = [];
    for (const [name, paths] of await pages(get)) {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) times.push((await get(paths[round % paths.length] ?? '/')).ms);
      const sorted = times.toSorted((a, b) => a - b);
      const at = (part: number) => sorted[Math.ceil(sorted.length * part) - 1] ?? 0;
      rows.push([name, `${at(0.5).toFixed(0)} ms`, `${at(0.95).toFixed(0)} ms`, at(0.95) < LIMIT_MS ? 'yes' : 'NO']);
    }
    const caption = `Pages over ${findings} findings and ${decisions} decisions, ${ROUNDS} requests each:`;
    return [caption, '', table(['page', 'p50', 'p95', `under ${LIMIT_MS} ms`], rows)].join('\n');
  } finally {
    await store.close();
  }
}

/** What people open, with different arguments where those make a difference: the frequent, the rare and the absent. */
async function pages(get: (path: string) => Promise<{ readonly text: string }>) {
  const { text: list } = await get('/findings');
  const ids = [...new Set([...list.matchAll(/\/findings\/([0-9a-f]{32})/gu)].map(([, id]) => id ?? ''))];
  const { text: events } = await get('/events');
  const eventPaths = [...events.matchAll(/href="(\/events\/\d[^"]*)"/gu)].map(([, path]) => path ?? '');
  const { text: clusters } = await get('/clusters');
  const clusterPaths = [...clusters.matchAll(/href="(\/clusters\/c[^"]*)"/gu)].map(([, path]) => path ?? '');
  const next = (text: string) => [/rel="next" href="([^"]+)"/u.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '/'];
  return [
    ['overview, by day', ['/']],
    ['overview, by hour', ['/?per=hour']],
    ['findings', ['/findings']],
    ['findings, next page', next(list)],
    ['findings, worst first', ['/findings?order=severity', '/findings?order=severity&status=new']],
    ['findings by actor', ['user-0', 'user-150', 'nobody'].map((name) => `/findings?actor=${name}`)],
    ['findings by resource', ['lb-0', 'lb-77', 'lb-nobody'].map((id) => `/findings?resource=${id}`)],
    ['findings by row', ['R02', 'R07', 'U16'].map((row) => `/findings?row=${row}`)],
    ['findings by words', ['user-150', '203.0.113.77', 'LTAI55', 'nothing'].map((text) => `/findings?q=${text}`)],
    ['findings by a word that most hold', ['cn-hangzhou', 'lb-4'].map((text) => `/findings?q=${text}&order=severity`)],
    ['one finding', ids.map((id) => `/findings/${id}`)],
    ['events', ['/events']],
    ['events, next page', next(events)],
    ['events by outcome', ['restores', 'echo', 'approved'].map((one) => `/events?outcome=${one}`)],
    ['events by resource', ['lb-0', 'lb-300', 'lb-nobody', 'i-5'].map((id) => `/events?resource=${id}`)],
    ['one event', eventPaths],
    ['clusters', ['/clusters']],
    ['one cluster', clusterPaths],
    ['whose is this', ['lb-1', 'i-5', 'nobody'].map((id) => `/clusters?id=${id}`)],
    ['rules', ['/rules']],
  ] as const;
}
