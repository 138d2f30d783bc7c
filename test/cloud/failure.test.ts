import { describe, expect, it } from 'vitest';
import { isMissing } from '../../shared/cloud/failure.ts';
import { CloudError } from '../../shared/errors.ts';

const failed = (code: string, status: number) => new CloudError(code, 'no such thing', { status });

describe('what the cloud does not find', () => {
  it.each([
    ['InvalidLoadBalancerId.NotFound', 404],
    ['LogStoreNotExist', 404],
    ['ErrorClusterNotFound', 404],
    ['EntityNotExist.Role', 404],
  ])('is missing: %s', (code, status) => {
    expect(isMissing(failed(code, status))).toBe(true);
  });

  it.each([
    ['InvalidAction.NotFound', 404],
    ['InvalidVersion', 404],
    ['InvalidApi.NotFound', 404],
    ['Http404', 404],
    ['InvalidAccessKeyId.NotFound', 404],
  ])('says nothing of the resource where it is the call, the address or the key: %s', (code, status) => {
    expect(isMissing(failed(code, status))).toBe(false);
  });
});
