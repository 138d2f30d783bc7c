import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { afterFirstRequest } from '../shared/first-request.ts';

const order: string[] = [];
const server = createServer((incoming, response) => {
  incoming.resume().once('end', () => {
    order.push('asked');
    setTimeout(() => response.end('done'), 50);
  });
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

function post(): Promise<void> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = request({ port, method: 'POST', agent: false }, (response) => {
      response.resume().once('end', () => {
        order.push('answered');
        resolve();
      });
    });
    sent.once('error', reject).end('body');
  });
}

it('works once, between the first request and its answer', async () => {
  afterFirstRequest(() => order.push('worked'));

  await post();
  await post();

  expect(order.filter((one) => one === 'worked')).toHaveLength(1);
  expect(order.indexOf('worked')).toBeLessThan(order.indexOf('answered'));
});
