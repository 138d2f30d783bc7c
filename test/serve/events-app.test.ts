import { describe, expect, it } from 'vitest';
import { StoreError } from '../../shared/errors.ts';
import { eventsApp } from '../../shared/serve/events-app.ts';

function anApp(about: Partial<Parameters<typeof eventsApp>[0]> = {}) {
  const received: string[] = [];
  const app = eventsApp({
    receive: async (body) => {
      received.push(body.toString());
      return { events: 1 };
    },
    isOpen: () => true,
    log: () => undefined,
    ...about,
  });
  const post = (body: string) => app.request('/events', { method: 'POST', body });
  return { app, post, received };
}

describe('the door for events', () => {
  it('hands the bytes on as they came, and answers what became of them', async () => {
    const { post, received } = anApp();

    const answer = await post('{"a": 1 }');

    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ events: 1 });
    expect(received).toEqual(['{"a": 1 }']);
  });

  it('refuses what is not signed where signatures are asked for', async () => {
    const signature = { targetUrl: 'https://x', certificate: () => Promise.resolve(''), now: () => new Date() };
    const { post, received } = anApp({ signature });

    const answer = await post('{}');

    expect(answer.status).toBe(401);
    expect(received).toEqual([]);
  });

  it('refuses what is larger than EventBridge sends', async () => {
    const { post, received } = anApp();

    const answer = await post('x'.repeat(2 * 1024 * 1024 + 1));

    expect(answer.status).toBe(413);
    expect(received).toEqual([]);
  });

  it('asks EventBridge to try again while the database is away', async () => {
    const { post } = anApp({ receive: () => Promise.reject(new StoreError('The database did not answer')) });

    expect((await post('{}')).status).toBe(503);
  });

  it('keeps the text of its own faults to itself', async () => {
    const { post } = anApp({ receive: () => Promise.reject(new Error('secret of the house')) });

    const answer = await post('{}');

    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret');
  });

  it('takes nothing more once it is closing, and says so to whoever asks for its health', async () => {
    const { app, post } = anApp({ isOpen: () => false });

    expect((await post('{}')).status).toBe(503);
    expect((await app.request('/healthz')).status).toBe(503);
  });
});
