import type { Command } from './command.ts';

/** Every command, in the order in which help lists them; each is loaded when it is called. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  scan: async () => (await import('./commands/scan.ts')).scan,
  watch: async () => (await import('./commands/watch.ts')).watch,
  serve: async () => (await import('./commands/serve.ts')).serve,
  explain: async () => (await import('./commands/explain.ts')).explain,
  findings: async () => (await import('./commands/findings.ts')).findings,
  inventory: async () => (await import('./commands/inventory.ts')).inventory,
  compare: async () => (await import('./commands/compare.ts')).compare,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  rules: async () => (await import('./commands/rules.ts')).rules,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  migrate: async () => (await import('./commands/migrate.ts')).migrate,
  smoke: async () => (await import('./commands/smoke.ts')).smoke,
  replay: async () => (await import('./commands/replay.ts')).replay,
  audit: async () => (await import('./commands/audit.ts')).audit,
  'review-token': async () => (await import('./commands/review-token.ts')).reviewToken,
};
