import { anEvent } from './events.ts';
import { median, ratio, table } from './paired.ts';
import { ANSWER_MS, openStage } from './stage.ts';

type Stage = Awaited<ReturnType<typeof openStage>>;
type Prepared = Awaited<ReturnType<Stage['prepare']>>;

/** A robot takes 18 posts a minute, 12 of them for what is not critical: a batch stays below, each on its own database. */
const PER_BATCH = 10;
const WARM_BATCHES = 4;

/** Time to the message in the group, cold and warm, beside the floor: what no watcher could be faster than. */
export async function alert(): Promise<string> {
  const stage = await openStage();
  try {
    const { demo } = stage;
    const rows = [
      await measure(stage, 'SLB', 'SetLoadBalancerTCPListenerAttribute', {
        LoadBalancerId: demo.prod.apiServer.loadBalancer,
        ListenerPort: 6443,
        AclStatus: 'on',
      }),
      await measure(stage, 'ECS', 'DeleteInstance', { InstanceId: demo.prod.nodes[0], Force: true }),
    ];
    const caption = [
      `From the start of the process (cold) or the event (warm) to the message in the group; cloud and robot answer after`,
      `${ANSWER_MS} ms. The floor is a process with an empty handler and one round trip to the cloud; bare is one that loads the`,
      `same SDK and driver, connects, and makes one statement, one call and the post.`,
      `${PER_BATCH} cold starts, ${PER_BATCH * WARM_BATCHES} warm events:`,
    ].join('\n');
    const head = ['finding', 'cold', 'floor', 'of floor', 'bare', 'of bare', 'warm p50', 'warm p99', 'cloud calls'];
    return [caption, '', table(head, rows)].join('\n');
  } finally {
    await stage.close();
  }
}

async function measure(stage: Stage, product: string, action: string, params: object): Promise<readonly string[]> {
  let count = 0;
  // Another actor each time: the same one again would join the story of the first message.
  const event = (): string => {
    const id = `${product}-${count++}`;
    return anEvent(id, product, action, { ...params }, { type: 'ram-user', userName: `user-${id}` });
  };
  const { cold, floor, bare } = await coldStarts(stage, event);
  const { warm, calls } = await warmEvents(stage, event);
  const sorted = warm.toSorted((a, b) => a - b);
  return [
    product,
    `${Math.round(median(cold))} ms`,
    `${Math.round(median(floor))} ms`,
    ratio(cold, floor).toFixed(2),
    `${Math.round(median(bare))} ms`,
    ratio(cold, bare).toFixed(2),
    `${Math.round(median(warm))} ms`,
    `${Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN)} ms`,
    (calls / warm.length).toFixed(1),
  ];
}

async function coldStarts(stage: Stage, event: () => string) {
  const prepared = await stage.prepare();
  const cold: number[] = [];
  const floor: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < PER_BATCH; round++) {
    const begun = performance.now();
    const nothing = prepared.startEmpty();
    await nothing.ask('{}');
    floor.push(performance.now() - begun + ANSWER_MS);
    await nothing.end();
    bare.push(await toMessage(stage, prepared.startBare, '{}'));
    cold.push(await toMessage(stage, prepared.startActiontrail, event()));
  }
  await prepared.close();
  return { cold, floor, bare };
}

/** From the start of an instance to its message in the group. */
async function toMessage(stage: Stage, start: Prepared['startBare'], event: string): Promise<number> {
  const begun = performance.now();
  const told = stage.robot.next();
  const instance = start();
  const answered = instance.ask(event);
  const took = (await told) - begun;
  await answered;
  await instance.end();
  return took;
}

async function warmEvents(stage: Stage, event: () => string) {
  const warm: number[] = [];
  let calls = 0;
  for (let batch = 0; batch < WARM_BATCHES; batch++) {
    const prepared = await stage.prepare();
    const instance = prepared.startActiontrail();
    await instance.ask(event());
    stage.cloud.calls.length = 0;
    for (let round = 0; round < PER_BATCH; round++) {
      const start = performance.now();
      const told = stage.robot.next();
      const answered = instance.ask(event());
      warm.push((await told) - start);
      await answered;
    }
    calls += stage.cloud.calls.length;
    await instance.end();
    await prepared.close();
  }
  return { warm, calls };
}
