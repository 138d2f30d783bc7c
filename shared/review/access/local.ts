const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/iu;
const FORWARDING = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/**
 * Whether the request comes from this machine itself: it was asked for under a loopback name, and nothing passed it on.
 * Only for a server that listens on loopback. The name keeps out web sites that point their own name here.
 */
export function isLocal(request: Request): boolean {
  const { hostname } = new URL(request.url);
  return LOOPBACK.test(hostname) && FORWARDING.every((header) => !request.headers.has(header));
}

/** Whether an address to listen on is one that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host.includes(':') && !host.startsWith('[') ? `[${host}]` : host);
}

/** Whether a form was sent from a page of this site, as far as the browser tells; one that tells nothing is no browser. */
export function isFromHere(request: Request, reviewUrl: string | undefined): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  const hosts = [request.url, reviewUrl].filter((url) => url !== undefined).map((url) => new URL(url).host);
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}
