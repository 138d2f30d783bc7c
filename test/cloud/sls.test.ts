import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openCloud } from '../../shared/cloud/openapi.ts';
import { signSls } from '../../shared/cloud/sls-signature.ts';

const KEYS = { accessKeyId: 'acsddda21dsd', accessKeySecret: 'zxasdasdasw2' };
const AT = new Date('2022-08-08T03:23:30Z');

/** The examples that Log Service's own SDKs are tested with. */
const HEADERS = { hello: 'world', 'hello-Text': 'a12X- ', ' Ko ': '', 'x-log-test': 'het123', 'x-acs-ppp': 'dds' };
const QUERY = { ' abc': 'efg', ' agc ': '', '': 'efg', 'A-bc': 'eFg' };
const BODY = 'adasd= -asd zcas';

describe('the signature of Log Service', () => {
  it.each([
    ['cn-hangzhou', QUERY, HEADERS, BODY, 'a98f5632e93836e63839cd836a54055f480020a9364ca944e2d34f2eb9bf1bed'],
    ['cn-shanghai', {}, {}, BODY, '8a10a5e723cb2e75964816de660b2c16a58af8bc0261f7f0722d832468c76ce8'],
    ['cn-hangzhou', QUERY, HEADERS, '', '5a66d8f8051983e0e9d08e0f960ef9252ef971eead5bb5c7acec8617a2eb2701'],
  ])('is that of the vendor in %s, with %j', (region, query, headers, body, signature) => {
    const signed = signSls({ method: 'POST', path: '/logstores', query, headers, body, region }, KEYS, AT);

    expect(signed['authorization']).toBe(
      `SLS4-HMAC-SHA256 Credential=acsddda21dsd/20220808/${region}/sls/aliyun_v4_request,Signature=${signature}`,
    );
  });

  it('covers the token of a role', () => {
    const request = { method: 'GET', path: '/', query: {}, headers: {}, region: 'cn-hangzhou' };

    const [one, other] = ['t-1', 't-2'].map((securityToken) => signSls(request, { ...KEYS, securityToken }, AT));

    expect(one?.['x-acs-security-token']).toBe('t-1');
    expect(one?.['authorization']).not.toBe(other?.['authorization']);
  });
});

describe('a read of Log Service', () => {
  it('names the project in the host, the logstore in the path and the rest in the query', async () => {
    const { seen, ask } = await aLogService(200, '{"logstores":[],"count":0,"total":0}');

    const answer = await ask('ListLogStores', { project: 'k8s-log-c1', offset: 0, size: 500 });
    await ask('GetLogStore', { project: 'k8s-log-c1', logstore: 'audit/c1' });

    expect(answer).toEqual({ logstores: [], count: 0, total: 0 });
    expect(seen.map(({ url }) => url)).toEqual(['/logstores?offset=0&size=500', '/logstores/audit%2Fc1']);
    expect(seen[0]?.headers).toMatchObject({
      host: 'k8s-log-c1.cn-hangzhou.log.aliyuncs.com',
      'x-log-bodyrawsize': '0',
    });
  });

  it("tells errors by Log Service's code", async () => {
    const { ask } = await aLogService(404, '{"errorCode":"LogStoreNotExist","errorMessage":"no such logstore"}');

    await expect(ask('GetLogStore', { project: 'k8s-log-c1', logstore: 'x' })).rejects.toMatchObject({
      name: 'CloudError',
      code: 'LogStoreNotExist',
      status: 404,
    });
  });

  it('takes no answer that is not JSON', async () => {
    const { ask } = await aLogService(200, '<html>');

    await expect(ask('GetProject', { project: 'k8s-log-c1' })).rejects.toMatchObject({ code: 'Nonsense' });
  });

  it('does not wait beyond its deadline', async () => {
    const { ask } = await aLogService('hangs', '');

    await expect(ask('GetProject', { project: 'k8s-log-c1' }, 60)).rejects.toMatchObject({ code: 'Timeout' });
  });

  it('goes to no host that a strange name of a project would make', async () => {
    const { seen, ask } = await aLogService(200, '{}');

    await expect(ask('GetProject', { project: 'evil.example.com/' })).rejects.toMatchObject({ code: 'Nonsense' });
    expect(seen).toEqual([]);
  });
});

/** A Log Service that answers everything alike, and what it saw. */
async function aLogService(status: number | 'hangs', body: string) {
  const seen: { readonly url: string | undefined; readonly headers: IncomingHttpHeaders }[] = [];
  const server = createServer(({ url, headers }, response) => {
    seen.push({ url, headers });
    if (status !== 'hangs') response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cloud = openCloud({ endpoint, credentials: () => KEYS });
  const ask = (action: string, params: Record<string, unknown>, leftMs = 5_000) =>
    cloud.call({ product: 'sls', action, region: 'cn-hangzhou', params, deadline: Date.now() + leftMs });
  return { seen, ask };
}
