import { CloudError } from '../errors.ts';

/** The code of a call that was not made, because the role that was to make it could not be taken on. */
export const ROLE_REFUSED = 'RoleRefused';

/** Whatever the SDK or the network threw, as CloudError. */
export function toCloudError(error: unknown, what: string): CloudError {
  if (error instanceof CloudError) return error;
  const seen = error instanceof Error ? (error as Error & { code?: unknown; statusCode?: unknown }) : undefined;
  const code = typeof seen?.code === 'string' ? seen.code : undefined;
  const status = typeof seen?.statusCode === 'number' ? seen.statusCode : undefined;
  const text = seen?.message ?? String(error);
  if (status !== undefined) {
    const known = code !== undefined && code !== '' && code !== 'undefined';
    return new CloudError(known ? code : `Http${status}`, `${what}: ${text}`, { cause: error, status });
  }
  if (/Timeout/u.test(seen?.name ?? '') || /Timeout\(\d+\)/u.test(text) || code === 'ETIMEDOUT') {
    return new CloudError('Timeout', `${what} did not answer in time`, { cause: error });
  }
  // The SDK reads an error's body as JSON: what is no JSON came from a gateway in between.
  if (error instanceof SyntaxError || /is not a object/u.test(text)) {
    return new CloudError('ServiceUnavailable', `${what} answered with an unreadable error`, { cause: error });
  }
  if (code !== undefined && /^E[A-Z_]+$/u.test(code)) {
    return new CloudError('Unreachable', `${what}: ${text}`, { cause: error });
  }
  return new CloudError(code ?? 'Unreachable', `${what}: ${text}`, { cause: error });
}

/** Whether another try may help: throttled, a server's fault, or the network's. */
export function isTransient(error: CloudError): boolean {
  if (error.code.startsWith('Throttling')) return true;
  if (error.code.startsWith('ServiceUnavailable') || error.code === 'Unreachable' || error.code === 'Timeout')
    return true;
  return error.status !== undefined && error.status >= 500;
}

/** Whether the cloud says that the thing asked for does not exist. That the keys or the call do not says nothing of it. */
export function isMissing(error: unknown): boolean {
  if (!(error instanceof CloudError) || isAboutKeys(error) || isAboutCall(error)) return false;
  return /NotFound|NotExist|DoesNotExist|Not_Exist|NoSuch/iu.test(error.code) || error.status === 404;
}

/** Whether the cloud knows the keys not, or no longer: they ended, or the role that they are of was deleted. */
export function isAboutKeys({ code }: CloudError): boolean {
  return /^Invalid(?:AccessKeyId|SecurityToken)/iu.test(code);
}

/** Whether there is no such call: not in this region, not yet, or not at this address; a page of a gateway has no code. */
function isAboutCall({ code }: CloudError): boolean {
  return /^(?:Invalid(?:Action|Api|Version)(?![a-z])|Http404$)/iu.test(code);
}
