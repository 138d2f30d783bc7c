import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../shared/store/postgres.ts';
import { freshDatabase } from '../support/database.ts';
import { recordFinding } from './support/account.ts';
import { reviewOf } from './support/page.ts';

const OTHER = '1000000000000002';

it('names the account beside each finding where the list has several', async () => {
  const url = await freshDatabase();
  const store = openStore({ databaseUrl: url });
  onTestFinished(() => store.close());
  const { app } = reviewOf(url);
  const listed = async (): Promise<string> => (await app.request('http://localhost/findings')).text();
  const { accountId } = await recordFinding(store, { id: 'a11ce0000000000000000001' });

  const one = await listed();
  await recordFinding(store, { id: 'a11ce0000000000000000002', accountId: OTHER, cluster: { id: 'c9', name: 'prod' } });
  const several = await listed();

  expect(one).not.toContain(accountId);
  expect(several).toContain(`<code><bdi>${accountId}</bdi></code>`);
  expect(several).toContain(`<code><bdi>${OTHER}</bdi></code>`);
});
