import { describe, expect, it } from 'vitest';
import type { Touch } from '../../shared/model/operation.ts';
import { evidenceOf } from '../../shared/steps/evidence.ts';

const onNode = (form: Touch['form']): readonly Touch[] => [
  { kind: 'ecs.instance', ids: ['InstanceId'], effect: 'command-run', strength: 'content', ...(form ? { form } : {}) },
];

/** The parameters that are kept of a call. */
function kept(form: Touch['form'], requestParameters: Record<string, unknown>): unknown {
  return evidenceOf({ data: { eventName: 'X', requestParameters } }, onNode(form));
}

describe('the record of a command as it is kept', () => {
  it.each<[what: string, form: Touch['form'], given: Record<string, unknown>, left: Record<string, unknown>]>([
    [
      'no text, and the nodes',
      'command',
      { 'InstanceId.1': 'i-1', CommandContent: 'ls' },
      { 'InstanceId.1': 'i-1', CommandContent: '[redacted]' },
    ],
    [
      'of a file its path alone',
      'file',
      { TargetDir: '/etc', Name: 'a', Content: 'b' },
      { TargetDir: '/etc', Name: 'a', Content: '[redacted]' },
    ],
    ['no line of a session', 'session', { CommandLine: 'mysql -pX' }, { CommandLine: '[redacted]' }],
    ['no text of a template', 'template', { TemplateContent: 'Tasks: []' }, { TemplateContent: '[redacted]' }],
    [
      'ids and single words among parameters, in JSON text too',
      'template',
      { Parameters: JSON.stringify({ instanceIds: ['i-1'], script: 'rm -rf /x', apiKey: 'k', mode: 'fast' }) },
      {
        Parameters: JSON.stringify({ instanceIds: ['i-1'], script: '[redacted]', apiKey: '[redacted]', mode: 'fast' }),
      },
    ],
    ['nothing of broken JSON', 'template', { Parameters: '{"a": "b c' }, { Parameters: '[redacted]' }],
    [
      'parameters that are numbered',
      'stored-command',
      { CommandId: 'c-1', 'Parameters.1': 'two words', 'Parameters.2': 'one' },
      { CommandId: 'c-1', 'Parameters.1': '[redacted]', 'Parameters.2': 'one' },
    ],
  ])('%s', (_, form, given, left) => {
    expect(kept(form, given)).toEqual({ data: { eventName: 'X', requestParameters: left } });
  });

  it('leaves other calls as they are, but for secrets', () => {
    const raw = { requestParameters: { Content: 'a b', Password: 'x' } };

    expect(evidenceOf(raw, [])).toEqual({ requestParameters: { Content: 'a b', Password: '[redacted]' } });
  });
});
