/** Where certificates come from. */
export interface CertificateOptions {
  /** Regions of the event buses: a bucket of any other name may be anybody's. */
  readonly regions: readonly string[];
  /** Answers like `fetch`. */
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
}

const MOST_BYTES = 64 * 1024;
const WAIT_MS = 3_000;
const LIFE_MS = 60 * 60_000;
const MOST_KEPT = 20;

/**
 * Reads the certificate that a signature names, and keeps it for an hour. The address comes from whoever sent the
 * request, so it must be EventBridge's own bucket of a known region; redirects and long answers are refused.
 */
export function certificateReader({ regions, fetch: ask = fetch, now = Date.now }: CertificateOptions) {
  const kept = new Map<string, { readonly pem: string; readonly until: number }>();
  return async (address: string): Promise<string> => {
    const url = checked(address, regions);
    const known = kept.get(url);
    if (known !== undefined && known.until > now()) return known.pem;
    const pem = await download(url, ask);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(url, { pem, until: now() + LIFE_MS });
    return pem;
  };
}

function checked(address: string, regions: readonly string[]): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const hosts = regions.map((region) => `${region}-eventbridge.oss-accelerate.aliyuncs.com`);
  const isPlain = url !== undefined && url.port === '' && url.username === '' && url.password === '';
  if (isPlain && url.protocol === 'https:' && hosts.includes(url.hostname)) return url.href;
  throw new Error(`expected it at ${hosts.map((host) => `https://${host}`).join(' or ')}`);
}

async function download(url: string, ask: typeof fetch): Promise<string> {
  const answer = await ask(url, { redirect: 'error', signal: AbortSignal.timeout(WAIT_MS) });
  if (!answer.ok) throw new Error(`its address answered ${answer.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error('its address answered with more than a certificate');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
