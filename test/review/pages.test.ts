import { beforeAll, describe, expect, it } from 'vitest';
import { ASSETS } from '../../shared/review/assets/assets.ts';
import { catalogue } from '../../shared/rules/catalogue.ts';
import { createDatabase } from '../support/database.ts';
import { fillAccount, HOSTILE } from './support/account.ts';
import { reviewOf } from './support/page.ts';

let url: string;
beforeAll(async () => {
  const database = await createDatabase();
  url = database.url;
  await fillAccount(url);
  return database.drop;
});

const FINDING = '/findings/a11ce0000000000000000001';
const PAGES = [
  '/',
  '/?per=hour',
  '/findings',
  FINDING,
  '/findings/bad0000000000000000000002',
  '/events',
  '/events/1234567890123456/cn-hangzhou/silent-not-owned',
  '/clusters?id=lb-1',
  '/clusters/c2',
  '/rules',
];

async function textOf(path: string, about: Parameters<typeof reviewOf>[1] = {}): Promise<string> {
  const { app } = reviewOf(url, about);
  const response = await app.request(`http://localhost${path}`);
  return response.text();
}

describe('every page', () => {
  it.each(PAGES)('answers at %s in three languages, with safe headers and nothing unescaped', async (path) => {
    for (const language of ['en', 'zh', 'ja'] as const) {
      const { app, logged } = reviewOf(url, { language });

      const response = await app.request(`http://localhost${path}`);
      const text = await response.text();

      expect({ path, status: response.status, logged }).toEqual({ path, status: 200, logged: [] });
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(text).not.toContain('<script>');
      expect(text).not.toContain('<img');
      expect(text).not.toContain('\u202E');
      expect(text).not.toMatch(/ (?:style|on\w+)="/u);
      expect(text).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//u);
      expect(text).not.toMatch(/\bundefined\b|\[object/u);
    }
  });

  it('shows hostile text as text, its unseen characters written out', async () => {
    const text = await textOf('/findings/bad0000000000000000000002');

    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).toContain(String.raw`\u202e`);
    expect(text).not.toContain(HOSTILE);
  });

  it('serves its style and script under names of their content, to be kept', async () => {
    const { app } = reviewOf(url, { isOnLoopback: false });
    for (const { path, text } of ASSETS.values()) {
      const response = await app.request(`http://localhost${path}`);

      expect(await response.text()).toBe(text);
      expect(response.headers.get('cache-control')).toContain('immutable');
    }
  });

  it('is missing with a page, and broken without telling more than a number', async () => {
    const { app, store, logged } = reviewOf(url);
    const missing = await app.request('http://localhost/findings/nobody');
    await store.close();

    const broken = await app.request('http://localhost/');

    const text = await broken.text();
    expect([missing.status, broken.status]).toEqual([404, 503]);
    expect(logged).toHaveLength(1);
    expect(text).toContain(String(logged[0]?.fields['id']));
    expect(text).not.toContain('The store was closed');
  });

  it('stands under the path of its address', async () => {
    const { app } = reviewOf(url, { reviewUrl: 'https://example.com/tools/ackwatch/' });

    const page = await app.request('http://localhost/tools/ackwatch/findings');
    const outside = await app.request('http://localhost/findings');

    expect(page.status).toBe(200);
    expect(await page.text()).toContain('href="/tools/ackwatch/findings/a11ce0000000000000000001"');
    expect(outside.status).toBe(404);
  });
});

describe('the overview', () => {
  it('counts what is open, and links each number to the findings behind it', async () => {
    const text = await textOf('/');

    expect(text).toContain('href="/findings?status=new&amp;status=in-progress&amp;severity=critical"');
    expect(text).toMatch(/<b>3<\/b>\s*CRITICAL/u);
    expect(text).toContain('1 cluster(s) not collected for 30 minutes');
    expect(text).toContain('42 waiting');
    expect(text).toContain('1 held until owner or actor is known');
  });

  it('draws a bar for each day, and says the same as a table', async () => {
    const text = await textOf('/');

    expect(text.match(/<rect\b/gu)?.length).toBeGreaterThan(20);
    expect(text).toContain('The same as a table');
  });
});

describe('the list of findings', () => {
  it.each([
    ['severity=critical&status=new', 3],
    ['actor=ALICE', 1],
    ['resource=lb-1', 1],
    ['resource=i-bp4', 1],
    ['row=r02', 1],
    ['cluster=c2', 9],
    ['q=alice+lb-1', 1],
    ['q=ACLSTATUS+nobody', 0],
    ['q=%27%22%3A*+%26+%7C+%21+%28', 0],
    ['verdict=none', 42],
    ['verdict=test', 0],
    ['from=2026-11-24T16:00&to=2026-11-24T16:01', 1],
    ['from=2026-11-24T08:00:00.000Z&to=2026-11-24T08:00:01.000Z', 1],
    ['region=cn-beijing', 0],
    ['account=1234567890123456&size=100', 42],
    ['severity=nonsense&after=nonsense&from=nonsense&order=nonsense&size=100', 42],
  ])('narrows by %s', async (query, count) => {
    const text = await textOf(`/findings?${query}`);

    expect(new Set(text.match(/\/findings\/[0-9a-f]{24}/gu)).size).toBe(count);
  });

  it.each(['newest', 'oldest', 'severity'])('leads through every finding once, %s', async (order) => {
    const seen: string[] = [];
    let path: string | undefined = `/findings?order=${order}&size=25`;
    while (path !== undefined) {
      const text = await textOf(path);
      seen.push(...new Set(text.match(/\/findings\/[0-9a-f]{24}/gu)));
      path = /rel="next" href="([^"]+)"/u.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }

    expect(seen).toHaveLength(42);
    expect(new Set(seen).size).toBe(42);
  });

  it('turns a form into an address that everybody reads alike', async () => {
    const { app } = reviewOf(url);

    const response = await app.request(
      'http://localhost/findings?q=&from=2026-11-24T16:00&to=&zone=Asia/Tokyo&actor=alice&order=newest',
    );

    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/findings?from=2026-11-24T07%3A00%3A00.000Z&actor=alice');
  });
});

describe('a finding', () => {
  it('tells before and after, who, how to put it back, and what happened around it', async () => {
    const text = await textOf(FINDING);

    for (const part of ['AclStatus', '<del>', '<ins>', 'LTAI5tEXAMPLE', 'aliyun slb AddVServerGroupBackendServers']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('echo of an earlier call');
    expect(text).toContain('20 min before');
    expect(text).toContain('dingtalk');
    expect(text).toContain('&quot;eventName&quot;: &quot;SetLoadBalancerTCPListenerAttribute&quot;');
  });
});

describe('events', () => {
  it('finds silences by outcome, resource and id, each with its reason', async () => {
    const byOutcome = await textOf('/events?outcome=not-owned');
    const byResource = await textOf('/events?resource=lb-1');
    const byId = await textOf('/events?event=silent-ownership-unknown');

    expect(byOutcome.match(/silent-/gu)).toHaveLength(1);
    expect(byResource).toContain('silent-ack-itself');
    expect(byResource).toContain('silent-echo');
    expect(byId).toContain('touched d-unknown');
  });

  it('asks the trail for an event that nothing is kept of', async () => {
    const asked: string[] = [];
    const explain = (eventId: string) => {
      asked.push(eventId);
      return Promise.resolve({ found: 'nowhere' } as const);
    };

    const text = await textOf('/events?event=E-unknown', { explain });

    expect(asked).toEqual(['E-unknown']);
    expect(text).toContain('The trail does not have an event of this id');
  });
});

describe('clusters', () => {
  it('tells whose a resource is, and of a stranger that it is nobody’s', async () => {
    const known = await textOf('/clusters?id=lb-1');
    const stranger = await textOf('/clusters?id=lb-stranger');

    expect(known).toContain('load balancer of the API server');
    expect(known).toContain('lb-1/6443/tcp');
    expect(stranger).toContain('No cluster owns lb-stranger');
  });

  it('shows a cluster by source and role, a page at a time', async () => {
    const first = await textOf('/clusters/c1');
    const nodes = await textOf('/clusters/c1?role=node');
    const next = /rel="next" href="([^"]+)"/u.exec(nodes)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const rest = await textOf(next);

    expect(first).toContain('first sight');
    expect(nodes.match(/resource=i-bp\d+"/gu)).toHaveLength(50);
    expect(rest.match(/resource=i-bp\d+"/gu)).toHaveLength(10);
  });
});

describe('rules', () => {
  it('lists every row with its rules, seen or not yet', async () => {
    const text = await textOf('/rules');

    for (const { id, rows } of catalogue) for (const row of rows) expect(text).toContain(`id="${row}-${id}"`);
    expect(text).toContain('not yet');
    expect(text).toContain('href="/findings?row=R02"');
  });
});
