import { jsonReporter } from './local/start/json-reporter.ts';
import { readOptions, USAGE } from './local/start/options.ts';
import { styleFor } from './local/start/style.ts';
import { textReporter } from './local/start/text-reporter.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const ending = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => ending.abort());
  try {
    const options = readOptions(args);
    if (options.help) {
      console.log(USAGE);
      return 0;
    }
    const { run } = await import('./local/start/run.ts'); // large: not for --help
    const reporter = options.json ? jsonReporter(console.log) : textReporter(styleFor(process.stdout), console.log);
    const elapsed = () => process.uptime() * 1_000;
    return await run(options, { reporter, signal: ending.signal, elapsed });
  } catch (error) {
    if (ending.signal.aborted) return 130;
    console.error(`npm start: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
}
