import { describe, expect, it } from 'vitest';
import { jsonReporter } from '../../../../infra/local/start/json-reporter.ts';
import type { Played, Step } from '../../../../infra/local/start/step.ts';
import { styleFor } from '../../../../infra/local/start/style.ts';
import { textReporter } from '../../../../infra/local/start/text-reporter.ts';

const STEP: Step = {
  title: 'A node released',
  as: 'alice',
  call: { product: 'ecs', action: 'DeleteInstance', params: {} },
  expected: { news: 'alert', row: 'R05' },
};
const TOLD: Played = {
  step: STEP,
  got: { news: 'alert', row: 'R05' },
  isAsExpected: true,
  seconds: 1.26,
  message: '### HIGH\n    aliyun ecs',
};
const SILENT: Played = {
  step: { ...STEP, title: '节点', expected: { news: 'silence', reason: 'ack-itself' } },
  got: { news: 'silence', reason: 'not-owned' },
  isAsExpected: false,
  seconds: 0.04,
  why: 'No cluster owns i\u001B-1',
};

/** What it writes, as one text. */
function written(tell: (reporter: ReturnType<typeof textReporter>) => void): string {
  const lines: string[] = [];
  tell(textReporter(styleFor({ isTTY: false }), (line) => lines.push(line)));
  return lines.join('\n');
}

describe('what npm start tells', () => {
  it('shows a message with its seconds, commands at the edge', () => {
    expect(written((reporter) => reporter.played(TOLD, 1))).toBe(
      [
        '',
        ' 1 A node released',
        '   alice: ecs DeleteInstance',
        '  ┌ DingTalk, 1.26 s after the call',
        '  │ HIGH',
        '    aliyun ecs',
        '  └',
      ].join('\n'),
    );
  });

  it('gives the reason for silence, and says what was expected instead', () => {
    expect(written((reporter) => reporter.played(SILENT, 2))).toBe(
      [
        '',
        ' 2 节点',
        '   alice: ecs DeleteInstance',
        '   silent: not-owned. No cluster owns i -1',
        '   ✘ expected silent: ack-itself',
      ].join('\n'),
    );
  });

  it('ends with a table in columns, whatever the letters', () => {
    expect(written((reporter) => reporter.summary([TOLD, SILENT], 4.21))).toBe(
      [
        '',
        '#  event            expected            got                seconds',
        '1  A node released  alert R05           alert R05          1.26',
        '2  节点             silent: ack-itself  silent: not-owned  0.04',
        '',
        'First alert 4.21 s after the start.',
        '✘ 1 of 2 operations went otherwise than expected.',
      ].join('\n'),
    );
  });

  it('tells the same in JSON, one object a line', () => {
    const lines: string[] = [];
    const reporter = jsonReporter((line) => lines.push(line));

    reporter.played(TOLD, 1);
    reporter.summary([TOLD, SILENT], 4.21);

    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      {
        kind: 'played',
        number: 1,
        as: 'alice',
        action: 'DeleteInstance',
        got: { news: 'alert', row: 'R05' },
        seconds: 1.26,
      },
      { kind: 'summary', operations: 2, asExpected: 1, firstAlertSeconds: 4.21 },
    ]);
  });
});
