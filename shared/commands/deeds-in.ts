import type { COMMAND_EFFECTS } from '../model/operation.ts';
import { DEEDS } from './deeds.ts';
import { doingOf, type Doing } from './doing.ts';
import { follow } from './follow.ts';
import { quote } from './quote.ts';
import { isBadSetting } from './settings.ts';

/** One thing that a command does to a node, and the line that does it, fit to be shown. */
export interface Deed {
  readonly effect: (typeof COMMAND_EFFECTS)[number];
  readonly line: string;
}

/**
 * What a shell script does to the node it runs on: each effect once, with the first command that has it. Pure; reads any
 * text and never fails. Empty: nothing of what ACK's manual warns of.
 */
export function deedsIn(script: string, directory?: string): readonly Deed[] {
  const [shebang = ''] = script.split('\n', 1);
  if (shebang.startsWith('#!') && !/\b(?:ba|da|a|z|k)?sh\b/u.test(shebang)) return [unread(shebang)];
  const { commands, unread: source } = follow(script, directory);
  const deeds = deedsOf(commands.map(doingOf));
  return source === undefined ? deeds : [...deeds, unread(source)];
}

/** What a file does that is put on a node: the same as a command that writes it. */
export function deedsOfFile(path: string, content: string | undefined): readonly Deed[] {
  const command = {
    name: 'tee',
    args: [path],
    redirects: [],
    directory: '/',
    ...(content === undefined ? {} : { input: content }),
  };
  return deedsOf([doingOf(command)]).map(({ effect, line }) => ({ effect, line: line.replace(/^tee /u, '') }));
}

function deedsOf(doings: readonly Doing[]): readonly Deed[] {
  return DEEDS.flatMap((row): readonly Deed[] => {
    for (const doing of doings) {
      const settings = doing.settings.filter(
        (setting) => row.setting !== undefined && isBadSetting(setting, row.setting),
      );
      const isDone = settings.length > 0 || row.tests?.some((test) => test(doing)) === true;
      if (isDone) return [{ effect: row.effect, line: quote(doing, settings) }];
    }
    return [];
  });
}

function unread(line: string): Deed {
  return { effect: 'command-unread', line: line.slice(0, 100) };
}
