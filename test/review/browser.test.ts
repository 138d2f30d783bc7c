import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { digestOf, newToken } from '../../shared/review/access/secret.ts';
import { emptyDatabase } from '../support/database.ts';
import { fillAccount } from './support/account.ts';
import { axeFaults, hasBrowser, launch, openPage, overflow } from './support/browser.ts';
import { reviewOf, serveApp } from './support/page.ts';

const FINDING = '/findings/a11ce0000000000000000001';
const HOSTILE = '/findings/bad0000000000000000000002';
const PAGES = [
  '/',
  '/findings?severity=critical',
  FINDING,
  HOSTILE,
  '/events',
  '/clusters?id=lb-1',
  '/clusters/c1',
  '/rules',
  '/sign-in',
];

describe.skipIf(!hasBrowser)('in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  let url: string;
  beforeEach(async () => {
    url = await emptyDatabase();
    await fillAccount(url);
  });

  it.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)(
    'every page is accessible, fits, and gives nothing to complain of: %s, %i wide',
    async (colorScheme, width) => {
      const origin = await serveApp(reviewOf(url).app);
      const { page, context, complaints } = await openPage(browser, { colorScheme, viewport: { width, height: 844 } });

      for (const path of PAGES) {
        await page.goto(`${origin}${path}`);
        await page.evaluate(`document.querySelectorAll('details').forEach((one) => (one.open = true))`);

        expect({ path, faults: await axeFaults(page) }).toEqual({ path, faults: [] });
        expect({ path, overflow: await overflow(page) }).toEqual({ path, overflow: 0 });
      }

      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it('an admin opens a link from a message, signs in, sees what changed and copies the command', async () => {
    const { app, store } = reviewOf(url, { isOnLoopback: false });
    const { id, token } = newToken();
    await store.issueToken({ id, digest: digestOf(token), name: 'rita', role: 'reviewer', days: 1 });
    const origin = await serveApp(app);
    const { page, context, complaints } = await openPage(browser);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);

    await page.goto(`${origin}${FINDING}`);
    await page.getByLabel('Personal token').fill(token);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'API server load balancer reconfigured' }).waitFor();
    await page.getByRole('button', { name: 'Copy' }).first().click();

    expect(page.url()).toBe(`${origin}${FINDING}`);
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^aliyun slb SetLoadBalancerTCPListener/u);
    expect(await page.getByRole('button', { name: 'Copied' }).count()).toBe(1);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([true, false])(
    'a reviewer gives a verdict, comments and suppresses; with scripts: %s',
    async (javaScriptEnabled) => {
      const { app, store } = reviewOf(url);
      const origin = await serveApp(app);
      const { page, context, complaints } = await openPage(browser, { javaScriptEnabled });

      await page.goto(`${origin}${FINDING}`);
      await page.getByLabel('benign').check();
      await page.getByRole('button', { name: 'Give verdict' }).click();
      await page.getByRole('status').waitFor();
      await page.getByLabel('Comment').fill('asked alice <script>alert(1)</script>');
      await page.getByRole('button', { name: 'Add comment' }).click();
      await page.getByRole('listitem').filter({ hasText: 'asked alice' }).waitFor();
      await page.getByLabel('Why', { exact: true }).fill('migration');
      await page.getByRole('button', { name: 'Suppress' }).click();
      await page.getByRole('button', { name: 'Reopen' }).waitFor();

      const actions = (await store.entries(FINDING.slice('/findings/'.length))).map(({ action }) => action);
      expect(actions).toEqual(['verdict', 'comment', 'suppress']);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it('a reviewer narrows the list, shares its address, pages on and comes back', async () => {
    const origin = await serveApp(reviewOf(url).app);
    const { page, context, complaints } = await openPage(browser);

    await page.goto(`${origin}/findings`);
    await page.getByText('Filters').click();
    await page.getByLabel('By', { exact: true }).fill('bob');
    await page.getByLabel('CRITICAL').check();
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL(/actor=bob/u);
    const shared = page.url();
    const narrowed = await page.getByRole('row').count();
    await page.getByRole('link', { name: 'Clear all' }).click();
    await page.waitForURL(/findings$/u);
    await page.goBack();

    expect(shared).toBe(`${origin}/findings?severity=critical&actor=bob`);
    expect(narrowed).toBe(1 + 2);
    expect(await page.getByLabel('By', { exact: true }).inputValue()).toBe('bob');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('everything can be reached and done with the keyboard', async () => {
    const origin = await serveApp(reviewOf(url).app);
    const { page, context } = await openPage(browser);

    await page.goto(`${origin}/findings`);
    await page.keyboard.press('Tab');
    const first = await page.evaluate('document.activeElement.textContent');
    await page.keyboard.press('Enter');
    const skipped = await page.evaluate('location.hash');
    await page.getByRole('link', { name: 'API server load balancer reconfigured' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/a11ce/u);

    expect([first, skipped]).toEqual(['Skip to content', '#content']);
    await context.close();
  });

  it('language, time zone and colours stay as they were chosen', async () => {
    const origin = await serveApp(reviewOf(url).app);
    const { page, context, complaints } = await openPage(browser);

    await page.goto(`${origin}/rules`);
    await page.getByText('Language, time zone and colours').click();
    await page.getByLabel('Language').selectOption('zh');
    await page.getByLabel('Time zone').selectOption('UTC');
    await page.getByLabel('Colours').selectOption('dark');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: '概览' }).waitFor();
    await page.goto(`${origin}${FINDING}`);

    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await page.getByText('2026-11-24 08:00:00').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
