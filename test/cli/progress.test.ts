import { describe, expect, it } from 'vitest';
import { progressOn } from '../../shared/cli/progress.ts';

function aProgress(isInteractive: boolean) {
  const lines: string[] = [];
  let now = 0;
  const progress = progressOn({ err: (line) => void lines.push(line), isInteractive }, () => now);
  return { lines, progress, wait: (ms: number) => (now += ms) };
}

describe('progress', () => {
  it('is one line that changes before a person, and what stays is not written over', () => {
    const { lines, progress } = aProgress(true);

    progress.show('reading', 0.5);
    progress.show('reading', 1);
    progress.say('found');
    progress.show('reading', 1);

    expect(lines).toEqual([
      '[############------------]  50% reading',
      '\u001B[1A\u001B[2K[########################] 100% reading',
      '\u001B[1A\u001B[2Kfound',
      '[########################] 100% reading',
    ]);
  });

  it('is a plain line now and then in a log', () => {
    const { lines, progress, wait } = aProgress(false);

    progress.show('reading', 0.1);
    progress.show('reading', 0.2);
    wait(5_000);
    progress.show('reading', 0.3);
    progress.say('found');

    expect(lines).toEqual([' 10% reading', ' 30% reading', 'found']);
  });
});
