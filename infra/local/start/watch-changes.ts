import type { Reporter } from './reporter.ts';
import { removeState, writeState } from './local-state.ts';
import type { Stack } from './stack.ts';

/** Stays up and shows what comes of the changes that somebody makes, until the signal. */
export async function watchChanges(stack: Stack, reporter: Reporter, signal: AbortSignal): Promise<void> {
  const { target, signers, demo, messages, decisions } = stack;
  writeState({ pid: process.pid, ...target, signers });
  const stops = [
    messages.listen(reporter.message),
    decisions.listen((decided) => {
      if (!decided.findings.some(({ isAlert }) => isAlert)) reporter.decided(decided);
    }),
  ];
  reporter.section('Your turn');
  for (const line of invitation(demo, Object.keys(signers))) reporter.note(line);
  try {
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  } finally {
    for (const stop of stops) stop();
    removeState();
  }
}

function invitation({ prod }: Stack['demo'], names: readonly string[]): readonly string[] {
  const { loadBalancer, ports } = prod.ingress;
  return [
    'Everything stays up. In another terminal, in this folder, change something:',
    '',
    `    npm run change -- slb StopLoadBalancerListener LoadBalancerId=${loadBalancer} ListenerPort=${ports[0]}`,
    `    npm run change -- ecs StopInstance InstanceId=${prod.nodes[6]}`,
    `    npm run change -- --as ccm slb StartLoadBalancerListener LoadBalancerId=${loadBalancer} ListenerPort=${ports[0]}`,
    `    npm run change -- ecs DescribeInstances`,
    '',
    `The first two are alice's; --as takes ${names.join(', ')}. Ctrl-C ends it.`,
  ];
}
