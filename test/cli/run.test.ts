import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../shared/cli/commands.ts';
import { said } from './said.ts';

describe('the command line', () => {
  it('lists every command when it is called without one', async () => {
    const { code, out } = await said([]);

    expect(code).toBe(2);
    for (const name of Object.keys(COMMANDS)) expect(out).toContain(name);
  });

  it.each(Object.keys(COMMANDS))('helps with %s: options, examples, exit codes', async (name) => {
    const { code, out } = await said([name, '--help']);

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
    const { code, err } = await said(argv);

    expect(code).toBe(2);
    expect(err).toMatch(complaint);
    expect(err.split('\n')).toHaveLength(1);
  });

  it('prints one row of the manual as JSON', async () => {
    const { out } = await said(['rules', '--row', 'r02', '--language', 'zh', '--json']);

    expect(JSON.parse(out)).toMatchObject([{ id: 'cluster.api-server-forwarding-changed', rows: ['R02'] }]);
  });

  it('lists every row of the manual with where it can be seen and whether it is', async () => {
    const { out } = await said(['rules', '--rows']);

    expect(out).toMatch(/^R02  watched by 1 rule +ActionTrail, sweep +Listeners/mu);
    expect(out).toMatch(/^R24  not yet +Kubernetes audit, sweep/mu);
    expect(out).toMatch(/^U09  cannot be seen/mu);
  });

  it('says under the table of rules which rows nobody watches yet', async () => {
    const { out } = await said(['rules']);

    expect(out).toContain('Not seen yet: R24, R26,');
  });
});
