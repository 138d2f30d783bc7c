import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { command } from '../../shared/inspection/restore/command.ts';
import { parseCommand } from '../../shared/inspection/restore/parse-command.ts';
import { quote } from '../../shared/inspection/restore/quote.ts';

const HOSTILE = [
  '$(reboot)',
  '`reboot`',
  "'; reboot; '",
  "'",
  '"$HOME"',
  'a\nb',
  '\\',
  "\\'",
  '~',
  '*',
  '# no comment',
  'a && b | c > d',
  '-1',
  '--All',
  '',
  ' ',
  '中文',
  '!!',
  '{a,b}',
  '=',
];

describe('quote', () => {
  it.each(HOSTILE)('gives a shell exactly %j, and nothing to run', (word) => {
    const seen = execFileSync('sh', ['-c', `printf '%s|' ${quote(word)}`], { encoding: 'utf8' });

    expect(seen).toBe(`${word}|`);
  });

  it('leaves a plain word as it is, so that people can read it', () => {
    expect(quote('lb-bp1b6c719dfa08exfuca5')).toBe('lb-bp1b6c719dfa08exfuca5');
  });
});

describe('a command', () => {
  it('is read back as the call that it makes, whatever its values hold', () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE));

    fc.assert(
      fc.property(value, fc.array(value, { minLength: 1, maxLength: 3 }), (text, list) => {
        const parsed = parseCommand(command('slb', 'SetX', 'cn-hangzhou', { Text: text, List: list }));

        const named = Object.fromEntries(list.map((item, index) => [`List.${index + 1}`, item]));
        expect(parsed).toEqual({
          product: 'slb',
          action: 'SetX',
          params: { RegionId: 'cn-hangzhou', Text: text, ...named },
        });
      }),
    );
  });

  it('numbers lists of structures as the CLI wants them, and leaves out what is undefined', () => {
    const Tag = [{ Key: 'ack.aliyun.com', Value: 'c 1' }];

    expect(command('ecs', 'TagResources', 'cn-hangzhou', { Tag, Gone: undefined })).toBe(
      "aliyun ecs TagResources --RegionId cn-hangzhou --Tag.1.Key ack.aliyun.com --Tag.1.Value 'c 1'",
    );
  });

  it.each(['aliyun ecs X --A $(b)', 'aliyun ecs X --A b; reboot', 'rm -rf /', 'aliyun ecs X --A', 'aliyun ecs X A b'])(
    'is not what %j is',
    (text) => {
      expect(parseCommand(text)).toBeUndefined();
    },
  );
});
