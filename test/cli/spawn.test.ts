import { type ChildProcess, spawn } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bundle } from '../../infra/bundle.ts';
import { aFolder, demoCloud } from './demo-cloud.ts';
import type { Said } from './said.ts';

const SOURCE = ['--import', import.meta.resolve('tsx'), join(process.cwd(), 'shared/cli/main.ts')];

/** The real program in a process and a folder of its own. */
function started(
  argv: readonly string[],
  about: { readonly cwd: string; readonly environment?: Readonly<Record<string, string>> },
  onErr: (text: string, child: ChildProcess) => void = () => undefined,
): Promise<Said> {
  const env = { PATH: process.env['PATH'], ...about.environment };
  const child = spawn(process.execPath, argv, { cwd: about.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => (said.out += String(text)));
  child.stderr.on('data', (text) => {
    said.err += String(text);
    onErr(String(text), child);
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ ...said, code: code ?? -1 })));
}

describe('the program itself', () => {
  it('is ended by Ctrl-C in the middle of a scan; bundled, it goes on there with the same database', async () => {
    const { world, prod, environment } = await demoCloud();
    const params = { LoadBalancerId: prod.apiServer.loadBalancer, ListenerPort: '6443', Scheduler: 'wlc' };
    world.act(world.actors.user('alice'), { product: 'slb', action: 'SetLoadBalancerTCPListenerAttribute', params });
    const cwd = aFolder();
    const build = aFolder();
    symlinkSync(join(process.cwd(), 'node_modules'), join(build, 'node_modules'));
    const command = ['scan', '--services', 'Slb,Ecs,Ess,Vpc,CS,Ram'];

    const [first] = await Promise.all([
      started([...SOURCE, ...command], { cwd, environment }, (text, child) => {
        if (text.includes('CRITICAL')) child.kill('SIGINT');
      }),
      bundle('cli', 'shared/cli/main.ts', join(build, 'cli')),
    ]);
    const second = await started([join(build, 'cli/index.js'), ...command], { cwd, environment });

    expect(first.code).toBe(130);
    expect(first.err).toContain('Not complete: the same command goes on where this one ended');
    expect(second.code).toBe(0);
    expect(second.err).toContain('Going on with the scan');
    expect(second.out).toMatch(/critical +R02 +prod/u);
  }, 120_000);

  it('says what is wrong in one line and with a number for scripts', async () => {
    const cwd = aFolder();

    const [unknown, unset] = await Promise.all([
      started([...SOURCE, 'scna'], { cwd }),
      started([...SOURCE, 'watch', '--regions', 'cn-hangzhou'], { cwd }),
    ]);

    expect([unknown.code, unset.code]).toEqual([2, 2]);
    expect(unknown.err).toMatch(/^Expected a command, got scna\. .*\n$/u);
    expect(unset.err).toMatch(/^Expected .*ALIBABA_CLOUD_ACCESS_KEY_ID.*\n$/u);
  }, 60_000);
});
