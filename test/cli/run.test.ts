import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../shared/cli/commands.ts';
import { run } from '../../shared/cli/run.ts';

/** Runs one command line and keeps what it said. */
async function said(...argv: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(argv, {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    isInteractive: false,
    environment: {},
    signal: new AbortController().signal,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('the command line', () => {
  it('lists every command when it is called without one', async () => {
    const { code, out } = await said();

    expect(code).toBe(2);
    for (const name of Object.keys(COMMANDS)) expect(out).toContain(name);
  });

  it.each(Object.keys(COMMANDS))('helps with %s: options, examples, exit codes', async (name) => {
    const { code, out } = await said(name, '--help');

    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^ackwatch ${name}`, 'u'));
    expect(out).toContain('Examples:\n  ackwatch');
    expect(out).toContain('Exit codes:');
  });

  it('registers each command under its own name', async () => {
    for (const [name, load] of Object.entries(COMMANDS)) expect((await load()).name).toBe(name);
  });

  it.each([
    [['scna'], /Expected a command, got scna\. Commands: /u],
    [['rules', '--lang', 'ja'], /Unknown option --lang\. See: ackwatch rules --help/u],
    [
      ['rules', '--language', 'xx'],
      /^Invalid value for argument: --language \(xx\)\. Expected one of: en, zh, ja\. See/u,
    ],
  ])('refuses %j in one line with exit code 2', async (argv, complaint) => {
    const { code, err } = await said(...argv);

    expect(code).toBe(2);
    expect(err).toMatch(complaint);
    expect(err.split('\n')).toHaveLength(1);
  });

  it('prints one row of the manual as JSON', async () => {
    const { out } = await said('rules', '--row', 'r02', '--language', 'zh', '--json');

    expect(JSON.parse(out)).toMatchObject([{ id: 'cluster.api-server-forwarding-changed', rows: ['R02'] }]);
  });
});
