import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { CloudCall } from '../../shared/cloud/cloud.ts';
import { endpointOf } from '../../shared/cloud/endpoints.ts';
import { openCloud } from '../../shared/cloud/openapi.ts';
import { byNextToken, byPageNumber } from '../../shared/cloud/paging.ts';

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

async function cloudAt(answer: (request: IncomingMessage, response: ServerResponse, nth: number) => void) {
  let count = 0;
  const server = createServer((request, response) => answer(request, response, (count += 1)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cloud = openCloud({
    endpoint,
    credentials: () => ({ accessKeyId: 'id', accessKeySecret: 's', securityToken: 't' }),
  });
  return { cloud, calls: () => count };
}

const call = (ms: number, more: Partial<CloudCall> = {}): CloudCall => ({
  product: 'slb',
  action: 'DescribeLoadBalancers',
  region: 'cn-hangzhou',
  params: { Tag: [{ Key: 'a', Value: 'b' }], Absent: undefined },
  deadline: Date.now() + ms,
  ...more,
});

describe('openCloud', () => {
  it('signs an RPC call and sends region and flattened parameters', async () => {
    const { cloud } = await cloudAt((request, response) => {
      const { url, method, headers } = request;
      const { authorization } = headers;
      response.end(
        JSON.stringify({
          url,
          method,
          authorization,
          action: headers['x-acs-action'],
          token: headers['x-acs-security-token'],
        }),
      );
    });
    const seen = (await cloud.call(call(5000))) as Record<string, string>;
    expect(seen).toMatchObject({ method: 'POST', action: 'DescribeLoadBalancers', token: 't' });
    expect(seen['url']).toContain('RegionId=cn-hangzhou');
    expect(seen['url']).toContain('Tag.1.Key=a');
    expect(seen['authorization']).toMatch(/^ACS3-HMAC-SHA256 Credential=id/u);
  });

  it('posts as a form what is asked of Lingjun', async () => {
    const { cloud } = await cloudAt((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () =>
        response.end(JSON.stringify({ url: request.url, form: Buffer.concat(chunks).toString() })),
      );
    });

    const seen = await cloud.call(
      call(5000, { product: 'eflo-controller', action: 'DescribeNode', params: { NodeId: 'e01' } }),
    );

    expect(seen).toEqual({ url: '/', form: 'RegionId=cn-hangzhou&NodeId=e01' });
  });

  it('reads a bare array of a ROA call', async () => {
    const { cloud } = await cloudAt((request, response) => response.end(JSON.stringify([request.url, request.method])));
    const path = '/clusters/c1/resources';
    const seen = await cloud.call(call(5000, { product: 'cs', action: 'DescribeClusterResources', path, params: {} }));
    expect(seen).toEqual(['/clusters/c1/resources?region_id=cn-hangzhou', 'GET']);
  });

  it('tries again when throttled and when the server fails', async () => {
    const { cloud, calls } = await cloudAt((_, response, nth) => {
      if (nth === 1) response.writeHead(400).end(JSON.stringify({ Code: 'Throttling.User', Message: 'slow down' }));
      else if (nth === 2) response.writeHead(502).end('<html>bad gateway</html>');
      else response.end('{"ok":true}');
    });
    expect(await cloud.call(call(8000))).toEqual({ ok: true });
    expect(calls()).toBe(3);
  });

  it('does not try a refusal again', async () => {
    const { cloud, calls } = await cloudAt((_, response) =>
      response.writeHead(403).end(JSON.stringify({ Code: 'Forbidden.RAM', Message: 'no' })),
    );
    await expect(cloud.call(call(5000))).rejects.toMatchObject({
      name: 'CloudError',
      code: 'Forbidden.RAM',
      status: 403,
    });
    expect(calls()).toBe(1);
  });

  it('ends by the deadline whether the server hangs or throttles for ever', async () => {
    const hanging = await cloudAt(() => undefined);
    const slow = await cloudAt((_, response) => response.writeHead(200).write('{'));
    const throttled = await cloudAt((_, response) => response.writeHead(400).end('{"Code":"Throttling.User"}'));
    const start = Date.now();
    await expect(hanging.cloud.call(call(400))).rejects.toMatchObject({ code: 'Timeout' });
    await expect(slow.cloud.call(call(400))).rejects.toMatchObject({ code: 'Timeout' });
    await expect(throttled.cloud.call(call(600))).rejects.toMatchObject({ code: 'Throttling.User' });
    expect(Date.now() - start).toBeLessThan(2500);
  });

  it('calls anything that is no object nonsense', async () => {
    for (const body of ['7', 'null', 'hello', '']) {
      const { cloud } = await cloudAt((_, response) => response.end(body));
      await expect(cloud.call(call(3000))).rejects.toMatchObject({ code: 'Nonsense' });
    }
  });
});

describe('endpointOf', () => {
  it.each(['evil.example.com/', 'cn-hangzhou@evil.example.com', 'a.b', ''])(
    'makes no host of a region that cannot be one: %j',
    (region) => {
      expect(() => endpointOf('ecs', region)).toThrow('no address in such a region');
      expect(() => endpointOf('sls', region)).toThrow('no address in such a region');
    },
  );

  it('knows central, regional and replaced addresses', () => {
    expect(endpointOf('slb', 'cn-hangzhou').host).toBe('slb.aliyuncs.com');
    expect(endpointOf('ecs', 'eu-central-1').host).toBe('ecs.eu-central-1.aliyuncs.com');
    expect(endpointOf('cs', 'cn-hangzhou').host).toBe('cs.cn-hangzhou.aliyuncs.com');
    expect(endpointOf('ram', 'cn-hangzhou', 'http://127.0.0.1:88')).toEqual({ protocol: 'http', host: '127.0.0.1:88' });
  });
});

describe('paging', () => {
  it('is complete only when everything promised came', async () => {
    const short = await byPageNumber(async (page) => ({ items: page === 1 ? [1, 2] : [], total: 5 }));
    expect(short).toMatchObject({ items: [1, 2], complete: false });
    const all = await byNextToken(async (token) => (token ? { items: [2] } : { items: [1], nextToken: 'n' }));
    expect(all).toEqual({ items: [1, 2], complete: true });
    expect((await byNextToken(async () => ({ items: [1], nextToken: 'n' }))).complete).toBe(false);
  });
});
