import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../shared/inspection/redact.ts';

describe('redact', () => {
  it.each([
    [{ Password: 's3cret' }],
    [{ requestParameters: { CommandContent: 's3cret', 'Node.1.UserData': 's3cret' } }],
    [{ list: [{ accessKeySecret: 's3cret' }, { SecurityToken: { value: 's3cret' } }] }],
    [{ Content: '{"LoginPassword":"s3cret"}' }],
    [{ Content: '{"LoginPassword":"s3cret"' }],
  ])('hides the secret in %j', (value) => {
    expect(JSON.stringify(redact(value))).not.toContain('s3cret');
  });

  it('keeps what tells who acted', () => {
    const identity = { accessKeyId: 'STS.x', stsTokenPlayerUid: '1', userName: 'alice' };

    expect(redact(identity)).toEqual(identity);
  });

  it('never throws, however deep the value', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 1_000; level++) deep = { deep };

    expect(JSON.stringify(redact(deep))).toContain('[too deep]');
    fc.assert(fc.property(fc.anything(), (value) => redact(value) !== undefined));
  });
});
