import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callDeeds } from '../../shared/commands/call-deeds.ts';
import { commandText } from '../../shared/commands/command-text.ts';
import { deedsIn, deedsOfFile } from '../../shared/commands/deeds-in.ts';
import { COMMAND_FORMS } from '../../shared/model/operation.ts';
import { COMMANDS } from './commands.ts';

/** As long as Cloud Assistant takes, and some. */
const LENGTH = 18 * 1024;

/** Generous: other work may share the machine. Catastrophic reading takes minutes, not seconds. */
const LONGEST_MS = 3_000;

const pieces = [
  '$(',
  '${',
  '`',
  '"',
  "'",
  '(',
  ')',
  '{',
  '}',
  '<<E\n',
  '<(',
  '\\',
  '$',
  '|',
  '&&',
  ';',
  '>',
  '{a,b}',
  '*',
  '/..',
  '#',
  '\n',
  ' ',
  '=',
  'A=$A$A;',
  'rm -rf ',
  'sed -i s',
  'bash -c ',
  'eval ',
  'xargs ',
  'sudo ',
  'env ',
  'find -exec ',
  'echo ',
  '$A',
  'pass',
  '/etc/kubernetes',
  '[',
  '\u0000',
  '\ud800',
];
const everything = Object.values(COMMANDS).flatMap(({ fires }) => fires);

describe('hostile text', () => {
  it.each([...pieces, ...everything])('%j over and over is read within its time', (piece) => {
    const text = piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
    const started = performance.now();

    deedsIn(text);

    expect(performance.now() - started).toBeLessThan(LONGEST_MS);
  });

  it.each([
    ['a variable that doubles itself', `A=xxxxxxxxxxxxxxxx\n${'A=$A$A\n'.repeat(2_000)}rm -rf $A`],
    ['loops within loops', `${'for i in {1,2,3,4,5,6,7,8} $i$i; do '.repeat(400)} rm -rf $i`],
    ['braces upon braces', `rm -rf ${'{a,b}'.repeat(3_000)}`],
    ['shells within shells', `${'bash -c "'.repeat(1_000)}rm -rf /etc`],
    ['a shell that runs itself', `A='eval "$A$A"'; ${'eval "$A";'.repeat(1_000)}`],
    ['substitutions within substitutions', `${'$(echo '.repeat(3_000)}x`],
    ['quotes that never end', `rm "${'\'$("'.repeat(4_000)}`],
    ['a path of many levels', `rm -rf /etc${'/*/..'.repeat(4_000)}/kubernetes`],
    ['a pattern of many stars', `rm -rf /${'*a'.repeat(8_000)}`],
    ['a name that is almost a secret', `rm -rf /etc/kubernetes ${'pass'.repeat(4_000)}`],
    ['an address that never ends', `rm -rf /etc/kubernetes ${'http://'.repeat(2_500)}`],
    ['a list for xargs', `echo ${'a '.repeat(8_000)} | xargs -I{} rm -rf {}{}{}{}`],
    ['here-documents without end', `${'cat <<A <<B <<C\n'.repeat(1_000)}x`],
  ])('%s is read within its time', (_, text) => {
    const started = performance.now();

    deedsIn(text);

    expect(performance.now() - started).toBeLessThan(LONGEST_MS);
  });

  it('says that it has not read everything where a script outgrows every bound', () => {
    const script = `A=${'x'.repeat(1_000)}\n${'B=$A$A$A$A$A$A$A$A$A$A\n'.repeat(700)}rm -rf /etc/kubernetes`;

    expect(deedsIn(script).map(({ effect }) => effect)).toContain('command-unread');
  });

  it('never fails and never hangs, whatever is put together', () => {
    const text = fc.array(
      fc.oneof(fc.constantFrom(...pieces, ...everything), fc.string({ unit: 'binary', maxLength: 20 })),
      { maxLength: 60 },
    );

    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (parts, times) => {
        const script = parts.join('').repeat(times).slice(0, LENGTH);
        const started = performance.now();

        for (const { line } of [...deedsIn(script), ...deedsOfFile(script, script)]) {
          expect(line.length).toBeLessThanOrEqual(200);
        }
        expect(performance.now() - started).toBeLessThan(LONGEST_MS);
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  it('never fails on any parameters in any form', () => {
    const names = [
      'CommandContent',
      'ContentEncoding',
      'Parameters',
      'EnableParameter',
      'TargetDir',
      'Name',
      'Content',
      'CommandLine',
      'TemplateName',
      'TemplateContent',
      'Launcher',
    ];
    const params = fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(fc.anything(), fc.constantFrom('Base64', 'true', 'Tasks:\n- &a [*a]\n', '{"a":')),
    );

    fc.assert(
      fc.property(fc.constantFrom(...COMMAND_FORMS), params, (form, some) => {
        expect(Array.isArray(callDeeds(form, some))).toBe(true);
        expect(['string', 'undefined']).toContain(typeof commandText(some));
      }),
      { numRuns: 1_000 },
    );
  });
});
