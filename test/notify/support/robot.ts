import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A DingTalk robot on loopback that answers as the test says, and keeps the bodies it was sent. */
export async function aRobot(answer: (response: ServerResponse, request: IncomingMessage, body: string) => void) {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      bodies.push(body);
      answer(response, request, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    webhook: `http://127.0.0.1:${port}/robot/send?access_token=TOKEN-hunter2`,
    bodies,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
