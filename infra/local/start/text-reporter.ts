import { plain } from '../../../shared/notify/escape.ts';
import { showMarkdown } from './markdown.ts';
import { textOf } from './play.ts';
import type { Reporter } from './reporter.ts';
import { inWords, type Played } from './step.ts';
import type { Style } from './style.ts';
import { padded, widthOf } from './width.ts';

/** Tells it in text. */
export function textReporter(style: Style, write: (line: string) => void): Reporter {
  const show = (head: string, text: string): void => {
    write(`  ${style.yellow('┌')} ${style.bold(head)}`);
    for (const line of showMarkdown(text, style)) write(framed(line, style));
    write(`  ${style.yellow('└')}`);
  };
  return {
    progress: (what, ms) => write(`${style.green('✔')} ${padded(what, 68)} ${style.dim(secondsOf(ms / 1_000))}`),
    section: (title) => write(`\n${style.bold(title)}`),
    note: (text) => write(text),
    played: (played, number) => {
      const { step, got, seconds, message } = played;
      const why = plain(played.why ?? '');
      write(`\n${String(number).padStart(2)} ${style.bold(step.title)}`);
      write(`   ${style.dim(`${step.as}: ${step.call.product} ${step.call.action}`)}`);
      if (message !== undefined) show(`DingTalk, ${secondsOf(seconds)} after the call`, message);
      else write(`   ${inWords(got)}${why === '' ? '' : `. ${why}`}`);
      if (!played.isAsExpected) write(`   ${style.red(`✘ expected ${inWords(step.expected)}`)}`);
    },
    summary: (all, firstAlertSeconds) => {
      write('');
      for (const line of tableOf(all, style)) write(line);
      const wrong = all.filter(({ isAsExpected }) => !isAsExpected).length;
      write('');
      if (firstAlertSeconds !== undefined) write(`First alert ${secondsOf(firstAlertSeconds)} after the start.`);
      write(
        wrong === 0
          ? style.green(`✔ All ${all.length} operations went as expected.`)
          : style.red(`✘ ${wrong} of ${all.length} operations went otherwise than expected.`),
      );
    },
    message: ({ at, message }) => show(`DingTalk, ${at.toLocaleTimeString('sv-SE')}`, textOf(message)),
    decided: ({ operation, silence, findings }) => {
      const what = silence
        ? `silent: ${silence.reason}. ${plain(silence.why)}`
        : `recorded ${findings[0]?.rows[0] ?? ''}, not told`;
      write(`  ${style.dim(plain(operation))} ${what}`);
    },
    problem: (text) => write(style.red(`✘ ${text}`)),
  };
}

/** Code stands at the edge: a command is copied as it is. */
function framed(line: string, style: Style): string {
  return line.startsWith('    ') ? line : `  ${style.yellow('│')} ${line}`;
}

function tableOf(all: readonly Played[], style: Style): readonly string[] {
  const rows = all.map(({ step, got, seconds }, index) => [
    String(index + 1),
    step.title,
    inWords(step.expected),
    inWords(got),
    seconds === undefined ? '' : seconds.toFixed(2),
  ]);
  const head = ['#', 'event', 'expected', 'got', 'seconds'];
  const widths = head.map((title, column) => Math.max(...[head, ...rows].map((row) => widthOf(row[column] ?? title))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    style.bold(line(head)),
    ...rows.map((row, index) => (all[index]?.isAsExpected ? line(row) : style.red(line(row)))),
  ];
}

function secondsOf(seconds: number | undefined): string {
  return seconds === undefined ? '?' : `${seconds.toFixed(2)} s`;
}
