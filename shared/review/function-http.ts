import * as z from 'zod';

/** An HTTP request as Function Compute hands it to a built-in runtime. Header names come in any case. */
const Event = z.object({
  rawPath: z.string().nullish(),
  headers: z.record(z.string(), z.string()).nullish(),
  queryParameters: z.record(z.string(), z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
  requestContext: z.object({
    domainName: z.string().nullish(),
    http: z.object({ method: z.string(), path: z.string(), sourceIp: z.string().nullish() }),
  }),
});

/** What Function Compute makes a response of. */
export interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/** The service sets these itself and refuses to have them set. */
const RESERVED = new Set(['connection', 'content-length', 'date', 'keep-alive', 'server', 'transfer-encoding']);

/** The event as a request, and from where it came. Throws when it is none: the function has an HTTP trigger alone. */
export function requestOf(event: Buffer): { readonly request: Request; readonly source: string | undefined } {
  const { rawPath, headers, queryParameters, body, isBase64Encoded, requestContext } = Event.parse(
    JSON.parse(event.toString()),
  );
  const { domainName, http } = requestContext;
  const given = new Headers(Object.entries(headers ?? {}));
  const url = new URL(
    rawPath ?? encodeURI(http.path),
    `${protocolOf(given)}://${given.get('host') ?? domainName ?? 'localhost'}`,
  );
  for (const [name, value] of Object.entries(queryParameters ?? {})) appendAll(url.searchParams, name, value);
  const hasBody = http.method !== 'GET' && http.method !== 'HEAD' && body;
  const request = new Request(url, {
    method: http.method,
    headers: given,
    ...(hasBody ? { body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') } : {}),
  });
  return { request, source: http.sourceIp ?? undefined };
}

/** The response as Function Compute takes it; whatever is no text goes in base64. */
export async function answerOf(response: Response): Promise<Answer> {
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !RESERVED.has(name)));
  const bytes = Buffer.from(await response.arrayBuffer());
  const isText = /^(?:text\/|application\/(?:json|x-ndjson))/u.test(response.headers.get('content-type') ?? 'text/');
  return {
    statusCode: response.status,
    headers,
    body: bytes.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText,
  };
}

/** The page is served over TLS; only a test on one machine is not. */
function protocolOf(headers: Headers): string {
  return headers.get('x-forwarded-proto') === 'http' ? 'http' : 'https';
}

/** Repeated parameters arrive as one, joined by commas: `severity=critical,high`. No other name holds several. */
function appendAll(parameters: URLSearchParams, name: string, value: string): void {
  const isList = name === 'severity' || name === 'status';
  for (const one of isList ? value.split(',') : [value]) parameters.append(name, one);
}
