import { describe, expect, it } from 'vitest';
import { commandText } from '../../shared/commands/command-text.ts';

const script = 'sysctl -w net.ipv4.ip_forward=0';
const packed = Buffer.from(script).toString('base64');

describe('commandText', () => {
  it.each([
    ['plain text by default', { CommandContent: script }],
    ['plain text that is said to be plain', { CommandContent: script, ContentEncoding: 'PlainText' }],
    ['plain text in an encoding that does not exist', { CommandContent: script, ContentEncoding: 'gzip' }],
    ['Base64', { CommandContent: packed, ContentEncoding: 'Base64' }],
    ['Base64 in any case', { CommandContent: packed, ContentEncoding: 'bASE64' }],
    [
      'Base64 over several lines',
      { CommandContent: `${packed.slice(0, 8)}\n${packed.slice(8)}`, ContentEncoding: 'Base64' },
    ],
    ['plain text that is said to be Base64 and is not', { CommandContent: script, ContentEncoding: 'Base64' }],
    ['a shell script', { CommandContent: script, Type: 'RunShellScript' }],
    ['parameters in any spelling', { commandcontent: script }],
  ])('reads %s', (_, params) => {
    expect(commandText(params)).toBe(script);
  });

  it('takes Base64 for what RunCommand would run as it stands, unless the caller assumes it', () => {
    expect(commandText({ CommandContent: packed })).toBe(packed);
    expect(commandText({ CommandContent: packed }, 'Base64')).toBe(script);
  });

  it.each([
    ['no text', { CommandId: 'c-1' }],
    ['a PowerShell script', { CommandContent: 'Get-Item', Type: 'RunPowerShellScript' }],
    ['a batch file', { CommandContent: 'dir', Type: 'RunBatScript' }],
  ])('has nothing to read in %s', (_, params) => {
    expect(commandText(params)).toBeUndefined();
  });

  it('fills in parameters, whatever their case and the blanks around them', () => {
    const params = { CommandContent: 'sysctl -w {{ Key }}={{value}} {{other}}', EnableParameter: true };

    expect(commandText({ ...params, Parameters: '{"key":"net.ipv4.ip_forward","VALUE":0}' })).toBe(
      'sysctl -w net.ipv4.ip_forward=0 {{other}}',
    );
    expect(commandText({ ...params, Parameters: { key: 'a.b', value: '1' } })).toBe('sysctl -w a.b=1 {{other}}');
  });

  it('leaves placeholders alone where parameters are not switched on', () => {
    expect(commandText({ CommandContent: 'echo {{a}}', Parameters: '{"a":"b"}' })).toBe('echo {{a}}');
  });

  it('never fills in a parameter that is named like a secret', () => {
    const params = {
      CommandContent: 'x {{dbPassword}}',
      EnableParameter: 'true',
      Parameters: '{"dbPassword":"hunter2"}',
    };

    expect(commandText(params)).not.toContain('hunter2');
  });
});
