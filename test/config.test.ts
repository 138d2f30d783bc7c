import { describe, expect, it } from 'vitest';
import { readConfig } from '../shared/config.ts';
import { ConfigError } from '../shared/errors.ts';

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      language: 'en',
      timeZone: 'Asia/Shanghai',
      dingtalk: undefined,
      regions: [],
    });
  });

  it.each([
    ['DATABASE_URL', 'mysql://x'],
    ['ACKWATCH_LANGUAGE', 'fr'],
    ['ACKWATCH_TIMEZONE', 'Mars/Olympus'],
    ['ACKWATCH_DINGTALK_WEBHOOK', 'not a url'],
    ['ACKWATCH_SMTP_URL', 'http://x'],
  ])('names %s when it is wrong', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });

  it('never repeats a secret that it refuses', () => {
    const secret = 'https//user:hunter2@robot';

    expect(() => readConfig({ ACKWATCH_DINGTALK_WEBHOOK: secret })).not.toThrow('hunter2');
  });

  it('wants sender and recipients along with a mail server', () => {
    expect(() => readConfig({ ACKWATCH_SMTP_URL: 'smtp://localhost' })).toThrow('ACKWATCH_EMAIL_FROM');
  });
});
