import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as ecsSdk from '@alicloud/ecs20140526';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CloudCall } from '../../shared/cloud/cloud.ts';
import { openCloud } from '../../shared/cloud/openapi.ts';

const KEY = { accessKeyId: 'STS.known', accessKeySecret: 'secret', securityToken: 'token' };
/** What no two requests share, and what only tells which program sent it. */
const OWN = ['x-acs-signature-nonce', 'x-acs-date', 'authorization', 'user-agent', 'connection'];

interface Seen {
  readonly method: string | undefined;
  readonly path: string;
  readonly query: readonly string[];
  readonly headers: Readonly<Record<string, unknown>>;
  readonly signedHeaders: string | undefined;
  readonly body: string;
}

const seen: Seen[] = [];
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const [path = '', query = ''] = (request.url ?? '').split('?');
    seen.push({
      method: request.method,
      path,
      query: query.split('&').toSorted(),
      headers: Object.fromEntries(Object.entries(request.headers).filter(([name]) => !OWN.includes(name))),
      signedHeaders: /SignedHeaders=([^,]+)/u.exec(request.headers.authorization ?? '')?.[1],
      body: Buffer.concat(chunks).toString(),
    });
    response.setHeader('content-type', 'application/json').end('{"RequestId":"R-1"}');
  });
});
let host = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ours = async (action: string, params: CloudCall['params']): Promise<void> => {
  const cloud = openCloud({ endpoint: `http://${host}`, credentials: () => KEY });
  await cloud.call({ product: 'ecs', action, region: 'cn-hangzhou', params, deadline: Date.now() + 5000 });
};

const client = (): InstanceType<typeof ecsSdk.default> =>
  new ecsSdk.default({ ...KEY, type: 'sts', protocol: 'http', endpoint: host, regionId: 'cn-hangzhou' } as never);

describe('a call of openCloud', () => {
  it.each([
    {
      name: 'with scalars, JSON text and signs that need encoding',
      ours: () =>
        ours('DescribeInstances', {
          InstanceIds: JSON.stringify(['i-1', 'i-2']),
          InstanceName: "it's (a) name*!~ + ü 节点",
          MaxResults: 100,
        }),
      theirs: () =>
        client().describeInstances(
          new ecsSdk.DescribeInstancesRequest({
            regionId: 'cn-hangzhou',
            instanceIds: JSON.stringify(['i-1', 'i-2']),
            instanceName: "it's (a) name*!~ + ü 节点",
            maxResults: 100,
          }),
        ),
    },
    {
      name: 'with lists of texts and of structures',
      ours: () =>
        ours('DescribeNetworkInterfaces', {
          NetworkInterfaceId: ['eni-1', 'eni-2'],
          Tag: [
            { Key: 'ack.aliyun.com', Value: 'c1' },
            { Key: 'creator', Value: 'terway' },
          ],
        }),
      theirs: () =>
        client().describeNetworkInterfaces(
          new ecsSdk.DescribeNetworkInterfacesRequest({
            regionId: 'cn-hangzhou',
            networkInterfaceId: ['eni-1', 'eni-2'],
            tag: [
              new ecsSdk.DescribeNetworkInterfacesRequestTag({ key: 'ack.aliyun.com', value: 'c1' }),
              new ecsSdk.DescribeNetworkInterfacesRequestTag({ key: 'creator', value: 'terway' }),
            ],
          }),
        ),
    },
    {
      name: 'without what was not said',
      ours: () => ours('DescribeSecurityGroupAttribute', { SecurityGroupId: 'sg-1', NextToken: undefined }),
      theirs: () =>
        client().describeSecurityGroupAttribute(
          new ecsSdk.DescribeSecurityGroupAttributeRequest({ regionId: 'cn-hangzhou', securityGroupId: 'sg-1' }),
        ),
    },
  ])('$name is the same on the wire as that of the product SDK', async ({ ours: send, theirs }) => {
    seen.length = 0;

    await send();
    await theirs();

    expect(seen).toHaveLength(2);
    expect(seen[0]).toEqual(seen[1]);
  });
});
