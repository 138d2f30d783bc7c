import { beforeAll, describe, expect, it } from 'vitest';
import { openDoor } from '../../shared/review/door.ts';
import { createDatabase } from '../support/database.ts';
import { digestOf, newToken } from '../../shared/review/access/secret.ts';
import { openReviewStore } from '../../shared/store/postgres/review/open.ts';
import { fillAccount } from './support/account.ts';

const CONTEXT = {
  accountId: '1234567890123456',
  region: 'cn-hangzhou',
  credentials: { accessKeyId: 'x', accessKeySecret: 'y' },
};
const PAGE = 'https://review.example.com';

/** A request as Function Compute wraps it; name only what the test is about. */
function anEvent({
  path = '/',
  method = 'GET',
  headers = {},
  ...about
}: {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  isBase64Encoded?: boolean;
  queryParameters?: Record<string, string>;
}) {
  const http = { method, path: decodeURI(path), protocol: 'HTTP/1.1', sourceIp: '198.51.100.1', userAgent: 'test' };
  return Buffer.from(
    JSON.stringify({
      version: 'v1',
      rawPath: path,
      headers: { Host: 'review.example.com', 'X-Forwarded-Proto': 'https', ...headers },
      queryParameters: {},
      body: '',
      isBase64Encoded: false,
      requestContext: { accountId: '1234567890123456', domainName: 'review.example.com', requestId: 'r-1', http },
      ...about,
    }),
  );
}

let url: string;
beforeAll(async () => {
  const database = await createDatabase();
  url = database.url;
  await fillAccount(url);
  return database.drop;
});

/** The function over the demo account, and the cookie of a reviewer. */
async function open() {
  const store = openReviewStore({ databaseUrl: url });
  const { id, token } = newToken();
  await store.issueToken({ id, digest: digestOf(token), name: 'rita', role: 'reviewer', days: 1 });
  await store.close();
  const door = openDoor(() => CONTEXT, { DATABASE_URL: url, ACKWATCH_REVIEW_URL: PAGE });
  const body = Buffer.from(new URLSearchParams({ token, next: '/findings' }).toString()).toString('base64');
  const headers = { 'content-type': 'application/x-www-form-urlencoded', Origin: PAGE };
  const entered = await door(anEvent({ path: '/sign-in', method: 'POST', body, isBase64Encoded: true, headers }));
  const cookie = entered.headers['set-cookie']?.split(';')[0] ?? '';
  return { door, entered, cookie };
}

describe('the function', () => {
  it('lets nobody in without signing in, whatever the request says of itself', async () => {
    const { door } = await open();

    const answers = await Promise.all([
      door(anEvent({ path: '/findings' })),
      door(anEvent({ path: '/findings', headers: { Host: 'localhost', 'X-Forwarded-Proto': '' } })),
    ]);

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([302, 302]);
  });

  it('takes a form in base64, sets its cookie and leads on', async () => {
    const { entered } = await open();

    expect(entered).toMatchObject({ statusCode: 303, headers: { location: '/findings' } });
    expect(entered.headers['set-cookie']).toContain('__Host-ackwatch-session=');
  });

  it('answers with pages as text, and sets no header that the service sets', async () => {
    const { door, cookie } = await open();

    const answer = await door(anEvent({ path: '/findings', headers: { COOKIE: cookie } }));

    expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: false });
    expect(answer.body).toContain('a11ce0000000000000000001');
    for (const name of ['connection', 'content-length', 'date', 'server'])
      expect(answer.headers).not.toHaveProperty(name);
  });

  it('reads repeated parameters that arrive as one, and paths that arrive encoded', async () => {
    const { door, cookie } = await open();
    const headers = { Cookie: cookie };

    const list = await door(
      anEvent({ path: '/findings', headers, queryParameters: { severity: 'critical,high', size: '100' } }),
    );
    const event = await door(anEvent({ path: '/events/1234567890123456/cn-hangzhou/silent%2Decho', headers }));

    expect(new Set(list.body.match(/class="badge (\w+)"/gu))).toEqual(
      new Set(['class="badge critical"', 'class="badge high"']),
    );
    expect(event.statusCode).toBe(200);
  });

  it('bounds an export and says so on the page', async () => {
    const { door, cookie } = await open();

    const page = await door(anEvent({ path: '/findings', headers: { Cookie: cookie } }));
    const csv = await door(anEvent({ path: '/findings.csv', headers: { Cookie: cookie } }));

    expect(page.body).toContain('An export holds the first 2000 findings');
    expect(csv.headers['content-disposition']).toContain('.csv');
    expect(csv.body.split('\r\n')).toHaveLength(44);
  });

  it('says what it needs where it has no database', async () => {
    const door = openDoor(() => CONTEXT, {});

    const answer = await door(anEvent({}));

    expect(answer).toMatchObject({ statusCode: 503, body: expect.stringContaining('DATABASE_URL') as string });
  });
});
