import { run } from '../../shared/cli/run.ts';

/** What a command line ended with and said. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Where a command runs; nothing is set unless said. */
interface Around {
  readonly environment?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Hears each line of progress as it is said. */
  readonly onErr?: (line: string) => unknown;
}

/** Runs one command line and keeps what it said. */
export async function said(argv: readonly string[], { environment = {}, signal, onErr }: Around = {}): Promise<Said> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(argv, {
    out: (line) => void out.push(line),
    err: (line) => {
      err.push(line);
      onErr?.(line);
    },
    isInteractive: false,
    environment,
    signal: signal ?? new AbortController().signal,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
