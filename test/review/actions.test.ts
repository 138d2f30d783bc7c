import { describe, expect, it } from 'vitest';
import { actionOf } from '../../shared/review/actions.ts';
import { openStore } from '../../shared/store/postgres.ts';
import { emptyDatabase, query } from '../support/database.ts';
import { fillAccount, NOW } from './support/account.ts';
import { reviewOf } from './support/page.ts';

const ID = 'a11ce0000000000000000001';
const VIEW = { now: NOW, timeZone: 'Asia/Shanghai' };

/** A reviewer's page over the demo account: what is posted is posted from the finding's own page. */
async function reviewer() {
  const url = await emptyDatabase();
  await fillAccount(url, { earlier: 0 });
  const { app, store } = reviewOf(url);
  const page = async (id = ID) => (await app.request(`http://localhost/findings/${id}`)).text();
  const post = async (action: string, fields: Record<string, string>, id = ID) => {
    const key = /name="key" value="([^"]+)"/u.exec(await page())?.[1] ?? '';
    return app.request(`http://localhost/findings/${id}/${action}`, {
      method: 'POST',
      body: new URLSearchParams({ key, ...fields }),
    });
  };
  const audited = () => query(url, `select subject, content::json as content from audit_entries where kind = 'review'`);
  return { url, store, page, post, audited };
}

describe('a reviewer', () => {
  it('gives a verdict, which is shown, searchable and audited with who gave it', async () => {
    const { store, page, post, audited } = await reviewer();

    const response = await post('verdict', { verdict: 'benign', text: 'planned <b>maintenance</b>' });

    expect(response.headers.get('location')).toBe(`/findings/${ID}?done=verdict`);
    expect(await store.reviewed(ID)).toMatchObject({ verdict: 'benign', finding: { status: 'in-progress' } });
    const text = await page();
    expect(text).toContain('planned &lt;b&gt;maintenance&lt;/b&gt;');
    expect(text).toContain('{&quot;by&quot;:&quot;local&quot;,&quot;action&quot;:&quot;verdict&quot;');
    expect((await store.findings({ verdict: 'benign' }, 'newest', { limit: 5 })).items).toHaveLength(1);
    expect(await audited()).toEqual([
      {
        subject: ID,
        content: { by: 'local', action: 'verdict', verdict: 'benign', text: 'planned <b>maintenance</b>' },
      },
    ]);
  });

  it('comments, as often as wanted', async () => {
    const { store, post } = await reviewer();

    await post('comment', { text: 'first' });
    await post('comment', { text: 'second' });

    expect((await store.entries(ID)).map(({ text }) => text)).toEqual(['first', 'second']);
  });

  it('accepts the state as baseline: it moves to what was read after the deed, and the finding is resolved', async () => {
    const { url, store, post } = await reviewer();

    await post('accept', { text: 'we want the ACL' });

    const baselines = await query(url, `select observed_at, proven from baselines where id = 'lb-1/6443/tcp'`);
    expect(baselines).toEqual([{ observed_at: new Date('2026-11-24T08:01:10Z'), proven: true }]);
    expect(await store.reviewed(ID)).toMatchObject({ finding: { status: 'resolved', resolvedBy: 'local' } });
  });

  it('is told when nothing was read since the deed, and then nothing is accepted', async () => {
    const { store, post, audited } = await reviewer();
    const unread = 'bad0000000000000000000002';

    const response = await post('accept', { text: '' }, unread);

    expect(response.headers.get('location')).toBe(`/findings/${unread}?wrong=notReadYet`);
    expect(await store.reviewed(unread)).toMatchObject({ finding: { status: 'in-progress' } });
    expect(await audited()).toEqual([]);
  });

  it('suppresses until the end of a day: the finding, and what is alike from then on', async () => {
    const { url, store, post } = await reviewer();

    await post('suppress', { until: '2026-12-01', text: 'migration' });

    const main = openStore({ databaseUrl: url });
    const { suppressions } = await main.exceptions('1234567890123456');
    await main.close();
    expect(await store.reviewed(ID)).toMatchObject({ finding: { status: 'suppressed' } });
    expect(suppressions).toMatchObject([
      { by: 'local', why: 'migration', until: new Date('2026-12-01T16:00:00Z'), what: { actors: ['alice'] } },
    ]);
  });

  it('reopens what is over', async () => {
    const { store, post } = await reviewer();
    await post('accept', { text: '' });

    await post('reopen', { text: 'it was wrong to accept' });

    const { finding } = (await store.reviewed(ID)) ?? {};
    expect(finding?.status).toBe('in-progress');
    expect(finding?.resolvedAt).toBeUndefined();
  });

  it.each([
    ['comment', {}, 'textMissing'],
    ['verdict', { verdict: 'nonsense' }, 'verdictMissing'],
    ['suppress', { text: 'x', until: '2026-11-01' }, 'dateWrong'],
    ['suppress', { text: 'x', until: 'tomorrow' }, 'dateWrong'],
    ['suppress', { text: '', until: '2026-12-01' }, 'textMissing'],
  ])('is told what is missing: %s %j', async (action, fields, wrong) => {
    const { post, store } = await reviewer();

    const response = await post(action, { ...fields });

    expect(response.headers.get('location')).toBe(`/findings/${ID}?wrong=${wrong}`);
    expect(await store.entries(ID)).toEqual([]);
  });

  it('finds nothing to act on where there is no such finding', async () => {
    const { post } = await reviewer();

    expect((await post('comment', { text: 'x' }, 'nobody')).status).toBe(404);
    expect((await post('delete', { text: 'x' })).status).toBe(404);
  });
});

describe('the end of a suppression', () => {
  it.each([
    ['2026-11-24', 'Asia/Shanghai', '2026-11-24T16:00:00.000Z'],
    ['2026-11-24', 'America/New_York', '2026-11-25T05:00:00.000Z'],
    ['2027-03-14', 'America/New_York', '2027-03-15T04:00:00.000Z'],
  ])('is the end of %s in %s', (until, timeZone, expected) => {
    const action = actionOf('suppress', { until, text: 'x' }, { ...VIEW, timeZone });

    expect(action).toMatchObject({ until: new Date(expected) });
  });

  it('is a year away at the most', () => {
    expect(actionOf('suppress', { until: '2028-01-01', text: 'x' }, VIEW)).toEqual({ wrong: 'dateWrong' });
  });
});
