import { ConfigError } from '../../errors.ts';
import { defineCommand } from '../command.ts';
import { FUNCTION_ARGS, openFunctions } from '../invoke/function-args.ts';
import { progressOn } from '../progress.ts';

export const replay = defineCommand({
  name: 'replay',
  description:
    'Sends recorded events to the deployed function again: a file, a folder, the files of a trail, an export of the log service. Each is decided once; what was decided before changes nothing.',
  args: {
    path: { type: 'positional', required: true, description: 'File or folder (.json, .jsonl, .log, also .gz)' },
    ...FUNCTION_ARGS,
    'per-second': { type: 'string', default: '5', description: 'At most so many events a second' },
    'dry-run': { type: 'boolean', default: false, description: 'Read and count, send nothing' },
  },
  examples: [
    ['ackwatch replay events.json', 'one event or an array of them'],
    ['ackwatch replay trail/2026/11/24 --per-second 20', 'what a trail has delivered on one day'],
    ['ackwatch replay export.jsonl --dry-run', 'what is in it'],
  ],
  run: async (args, terminal) => {
    const perSecond = Number(args['per-second']);
    if (!(perSecond > 0 && perSecond <= 100)) throw new ConfigError('Expected --per-second between 0 and 100');
    const { filesToReplay, runReplay } = await import('../invoke/run-replay.ts');
    const files = filesToReplay(args.path);
    const invoker = args['dry-run'] ? undefined : (await openFunctions(args, terminal)).invoker;
    return runReplay(
      { files, invoker, functionName: args.function, perSecond, progress: progressOn(terminal) },
      args.json,
      terminal,
    );
  },
});
