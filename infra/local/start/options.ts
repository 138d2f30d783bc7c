import { parseArgs } from 'node:util';

/** What `npm start` was asked to do. */
export interface StartOptions {
  /** Ends after the scenario. */
  readonly once: boolean;
  /** Plays a step for each row that ActionTrail can show. */
  readonly all: boolean;
  readonly language: 'en' | 'zh' | 'ja';
  /** Where the local cloud answers; 0 takes any free port. */
  readonly port: number;
  /** One JSON object a line instead of text. */
  readonly json: boolean;
  readonly help: boolean;
}

export const USAGE = `Usage: npm start -- [options]

Runs ackwatch on this machine against a stand-in of Alibaba Cloud with a demo account: builds the functions, starts the
database and the local cloud, collects the inventory, plays risky and harmless operations, and shows what people are told.

  --once             end after the scenario; exit code 1 when anything differed from what was expected
  --all              play everything: a step for each row of the manual that the cloud's audit trail can show, told in
                     one group for each cluster; some minutes, as a robot takes only so many messages in one
  --language <l>     en, zh or ja: the language of the messages (default en)
  --port <n>         port of the local cloud (default: any free one)
  --json             one JSON object a line instead of text
  --help             this text

While it runs, another terminal may cause changes: npm run change -- --help`;

const LANGUAGES = ['en', 'zh', 'ja'] as const;

/** Reads the command line; throws an Error that says what is wrong with it. */
export function readOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      once: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      language: { type: 'string', default: 'en' },
      port: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const language = LANGUAGES.find((one) => one === values.language);
  if (language === undefined) throw new Error(`Expected --language en, zh or ja, got ${values.language}`);
  const port = Number(values.port);
  if (!/^\d+$/u.test(values.port) || port > 65_535) throw new Error(`Expected --port 0 to 65535, got ${values.port}`);
  return { once: values.once, all: values.all, language, port, json: values.json, help: values.help };
}
