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
    [{ Content: '{"data":"{\\"access_key\\":{\\"v\\":\\"s3cret\\"}' }],
    [{ user_data: 's3cret', pre_user_data: 's3cret', 'user-data': 's3cret' }],
    [{ private_key: 's3cret', access_key: 's3cret', access_key_secret: 's3cret', 'X-Api-Key': 's3cret' }],
    [{ kubeconfig: 's3cret', KubeConfig: { user: 's3cret' }, apiKey: 's3cret', webhook: 's3cret' }],
    [{ Authorization: 's3cret', headers: { Cookie: 'sid=s3cret; a=b', cookie_secret: 's3cret', DB_PASS: 's3cret' } }],
    [{ 'Container.1.EnvironmentVar.2.Value': 's3cret' }],
    [{ url: 'https://example.com/hook?access_token=s3cret&x=1' }],
    [{ text: 'mysql password=s3cret and more' }],
    [{ text: `mysql --password="two s3cret words"` }],
    [['Authorization: Bearer s3cret', 'bearer s3cret', 'Basic czNjcmV0s3cret==']],
    ['postgres://root:s3cret@db.example.com/x'],
  ])('hides the secret in %j', (value) => {
    expect(JSON.stringify(redact(value))).not.toContain('s3cret');
  });

  it('keeps what tells who acted', () => {
    const identity = { accessKeyId: 'STS.x', stsTokenPlayerUid: '1', userName: 'alice' };

    expect(redact(identity)).toEqual(identity);
  });

  it('keeps how a thing is configured', () => {
    const listener = {
      StickySessionType: 'server',
      Cookie: 'SERVERID',
      CookieTimeout: 300,
      MetadataOptions: { HttpTokens: 'required' },
      Action: ['kms:GetSecretValue', 'ram:CreateAccessKey'],
      Description: 'Basic authentication, see https://example.com/a?b=c',
      Resource: 'acs:ram::1:role/token-reader',
    };

    expect(redact(listener)).toEqual(listener);
  });

  it('keeps what is around a secret, and records that do not parse but hold none', () => {
    expect(redact('https://example.com/hook?access_token=abc&x=1')).toBe(
      'https://example.com/hook?access_token=***&x=1',
    );
    expect(redact('{"userIdentity":{"accessKeyId":"STS.x"},"eventName":')).toContain('"eventName":');
  });

  it.each(['a', 'token', 'pass-', '://', 'bearer ', 'x="', '{"a":"'])('reads a megabyte of %j in time', (piece) => {
    const start = performance.now();

    redact(`{${piece.repeat(1e6 / piece.length)}`);

    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('never throws, however deep the value', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 1_000; level++) deep = { deep };

    expect(JSON.stringify(redact(deep))).toContain('[too deep]');
    fc.assert(fc.property(fc.anything(), (value) => redact(value) !== undefined));
  });
});
