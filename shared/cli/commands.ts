import type { Command } from './command.ts';

/** Every command, in the order in which help lists them; each is loaded when it is called. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  scan: async () => (await import('./commands/scan.ts')).scan,
  rules: async () => (await import('./commands/rules.ts')).rules,
};
