import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A robot that takes every message after a while, tells when each arrived and counts them. */
export async function startSlowRobot(answerMs: number) {
  let arrived: () => void = () => undefined;
  let messages = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => {
      messages += 1;
      arrived();
      setTimeout(() => response.end('{"errcode":0,"errmsg":"ok"}'), answerMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    webhook: `http://127.0.0.1:${(server.address() as AddressInfo).port}/robot/send?access_token=t`,
    /** Resolves with the time at which the next message arrived. */
    next: () =>
      new Promise<number>((resolve) => {
        arrived = () => resolve(performance.now());
      }),
    messages: () => messages,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
