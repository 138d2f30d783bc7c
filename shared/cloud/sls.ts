import { request as overHttp, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as overHttps } from 'node:https';
import { CloudError } from '../errors.ts';
import type { Params } from '../model/params.ts';
import type { CloudCall } from './cloud.ts';
import { endpointOf } from './endpoints.ts';
import { flatten } from './query.ts';
import { percentEncoded, type SlsKeys, signSls } from './sls-signature.ts';

/** The reads of Log Service: parts of a path in brackets are parameters, the others stand in the query. */
const PATHS: Readonly<Record<string, string>> = {
  GetProject: '/',
  ListLogStores: '/logstores',
  GetLogStore: '/logstores/[logstore]',
  ListMachineGroup: '/machinegroups',
  GetMachineGroup: '/machinegroups/[machineGroup]',
  GetAppliedConfigs: '/machinegroups/[machineGroup]/configs',
  ListConfig: '/configs',
  GetConfig: '/configs/[configName]',
  GetLogtailPipelineConfig: '/pipelineconfigs/[configName]',
};
const MOST_BYTES = 8 * 1024 * 1024;

/** How to reach Log Service. `endpoint` is one origin that takes the place of every host; the project stays in `Host`. */
export interface SlsOptions {
  readonly credentials: () => SlsKeys;
  readonly endpoint?: string | undefined;
  readonly now: () => number;
}

/** One read of Log Service (日志服务), which has a wire and a signature of its own; `project` is a part of the host. */
export async function askSls(call: CloudCall, options: SlsOptions, timeoutMs: number): Promise<unknown> {
  const { host, path, query } = targetOf(call);
  const headers = {
    host,
    accept: 'application/json',
    'x-log-apiversion': '0.6.0',
    'x-log-bodyrawsize': '0',
    'x-log-signaturemethod': 'hmac-sha256',
  };
  const { region } = call;
  const signed = signSls(
    { method: 'GET', path, query, headers, region },
    options.credentials(),
    new Date(options.now()),
  );
  const origin = endpointOf('sls', region, options.endpoint);
  const search = queryText(query);
  const url = `${origin.protocol}://${options.endpoint ? origin.host : host}${path}${search === '' ? '' : `?${search}`}`;
  const send = origin.protocol === 'http' ? overHttp : overHttps;
  const { status, text } = await answerTo(send(url, { method: 'GET', headers: signed }), timeoutMs);
  return told(call, status, text);
}

function targetOf({ action, region, params }: CloudCall) {
  const { project, ...rest } = flatten(params);
  const pattern = PATHS[action];
  if (pattern === undefined || project === undefined || !/^[\w-]+$/u.test(project)) {
    throw new CloudError('Nonsense', `sls:${action} is no read of a project`);
  }
  const named = new Set([...pattern.matchAll(/\[(\w+)\]/gu)].map(([, name = '']) => name));
  const path = pattern.replaceAll(/\[(\w+)\]/gu, (_, name: string) => percentEncoded(rest[name] ?? ''));
  const query = Object.fromEntries(Object.entries(rest).filter(([name]) => !named.has(name)));
  return { host: `${project}.${endpointOf('sls', region).host}`, path, query };
}

function queryText(query: Params): string {
  return Object.entries(flatten(query))
    .map(([name, value]) => `${percentEncoded(name)}=${percentEncoded(value)}`)
    .join('&');
}

async function answerTo(
  request: ClientRequest,
  timeoutMs: number,
): Promise<{ readonly status: number; readonly text: string }> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const late = new CloudError('Timeout', 'sls did not answer in time');
      timer = setTimeout(() => request.destroy(late), timeoutMs);
      request.once('error', reject);
      request.once('response', (response) => {
        textOf(response).then((text) => resolve({ status: response.statusCode ?? 0, text }), reject);
      });
      request.end();
    });
  } finally {
    clearTimeout(timer);
  }
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new CloudError('Nonsense', 'sls answered with more than anybody reads');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function told({ action }: CloudCall, status: number, text: string): unknown {
  const body = jsonIn(text);
  if (status >= 200 && status < 300 && body !== undefined) return body;
  const { errorCode, errorMessage } = body ?? {};
  const code = typeof errorCode === 'string' ? errorCode : `Http${status}`;
  const what = `sls:${action}: ${typeof errorMessage === 'string' ? errorMessage : 'no reason given'}`;
  throw status < 300
    ? new CloudError('Nonsense', `sls:${action} answered no JSON object`)
    : new CloudError(code, what, { status });
}

function jsonIn(text: string): Params | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : undefined;
  } catch {
    return undefined;
  }
}
