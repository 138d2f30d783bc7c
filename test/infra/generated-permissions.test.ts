import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ramPolicy, type Statement } from '../../infra/ram-policy.ts';
import { startCloud } from '../../infra/local/cloud/server.ts';
import { demoAccount } from '../../infra/local/demo/account.ts';
import { openCloud } from '../../shared/cloud/openapi.ts';
import { PERMISSIONS } from '../../shared/cloud/permissions.ts';
import { observe } from '../../shared/inspection/observe.ts';
import { collectInventory } from '../../shared/inventory/collect.ts';
import { tables } from '../../shared/operations/tables.ts';
import { memoryStore } from '../../shared/store/memory.ts';

const ALLOWED = new Set(PERMISSIONS.map(({ product, action }) => `${product}:${action}`));
const NAMES = new Set(PERMISSIONS.map(({ action }) => action));
/** Calls that RAM does not ask a permission for: who am I. */
const FREE = new Set(['GetCallerIdentity']);

/** Source files that may call; tables and rules only name calls of others. */
const SOURCES = readdirSync('shared', { recursive: true, encoding: 'utf8' })
  .map((path) => `shared/${path}`)
  .filter((path) => path.endsWith('.ts'))
  .filter((path) => !/^shared\/(?:operations|rules|review)\/|permissions\.ts$/u.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** A client whose methods are named as the vendor's: one that nobody uses is no call. */
const SLB_CLIENT = 'shared/cloud/slb.ts';
const CALLERS = SOURCES.filter(({ path }) => path !== SLB_CLIENT)
  .map(({ text }) => text)
  .join('\n');

function actionsIn(text: string): readonly string[] {
  return [...text.matchAll(/'((?:Describe|List|Get|Lookup)[A-Z]\w+)'/gu)].map(([, action = '']) => action);
}

function isCalled(action: string): boolean {
  const method = action.slice(0, 1).toLowerCase() + action.slice(1);
  // The four listener calls are put together from the protocol.
  const composed = action.replace(/(TCP|UDP|HTTPS?)Listener/u, '${protocol.toUpperCase()}Listener');
  return [`'${action}'`, `.${method}(`, `\`${composed}\``].some((spelling) => CALLERS.includes(spelling));
}

/** Sweeps the demo account with exactly these RAM actions and says which calls were made and which were refused. */
async function sweepWith(allowed: ReadonlySet<string>) {
  const { world } = demoAccount();
  const local = await startCloud({ world });
  onTestFinished(() => local.stop());
  const cloud = openCloud({ credentials: () => world.actors.ackwatch(allowed), endpoint: local.origin });
  const store = memoryStore({});
  const now = () => new Date();
  const deadline = Date.now() + 30_000;
  const asked = { cloud, store, accountId: world.accountId, regions: [world.region], now, deadline };
  const { clusters } = await collectInventory(asked);
  for (const { id, region } of clusters) {
    await observe(cloud, await store.resourcesOf(id), { region, deadline, now });
  }
  const made = new Set(local.calls.map(({ product, action }) => `${product}:${action}`));
  const refused = new Set(local.calls.filter(({ code }) => code === 'Forbidden.RAM').map(({ action }) => action));
  return { clusters, made, refused };
}

describe('the permissions of the role', () => {
  it('cover every call that stands in the code', () => {
    const named = SOURCES.flatMap(({ path, text }) => actionsIn(text).map((action) => ({ action, path })));
    const made = named.filter(({ action, path }) => path !== SLB_CLIENT || isCalled(action));

    expect(made.length).toBeGreaterThan(40);
    expect(made.filter(({ action }) => !NAMES.has(action) && !FREE.has(action))).toEqual([]);
  });

  it('hold nothing that no code calls', () => {
    expect([...NAMES].filter((action) => !isCalled(action))).toEqual([]);
  });

  it('suffice for collecting and observing an account: no call is refused, none is made that is not among them', async () => {
    const { clusters, made, refused } = await sweepWith(new Set(PERMISSIONS.map(({ ramAction }) => ramAction)));

    expect(clusters).toHaveLength(3);
    expect([...made].filter((call) => !ALLOWED.has(call))).toEqual([]);
    expect([...refused]).toEqual([]);
    expect(made.size).toBeGreaterThan(15);
  }, 60_000);

  it('are missed when one of them is missing', async () => {
    const actions = PERMISSIONS.map(({ ramAction }) => ramAction).filter((action) => action !== 'ecs:DescribeDisks');

    const { refused } = await sweepWith(new Set(actions));

    expect([...refused]).toEqual(['DescribeDisks']);
  }, 60_000);
});

describe('the policy of the role', () => {
  const [allow, deny] = ramPolicy(PERMISSIONS, tables).Statement;

  /** Whether a statement speaks of an action, as RAM matches: without case, `*` for any text. */
  function matches({ Action }: Statement, action: string): boolean {
    return Action.some((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 'iu').test(action));
  }

  it('allows the reads and nothing else, one by one', () => {
    expect(allow).toMatchObject({ Effect: 'Allow', Resource: '*' });
    expect(allow?.Action.join()).not.toContain('*');
    expect(new Set(allow?.Action)).toEqual(new Set(PERMISSIONS.map(({ ramAction }) => ramAction)));
  });

  it('denies every write that the tables know, whatever else the role may be given', () => {
    const writes = tables.flatMap(({ service, actions }) =>
      Object.keys(actions).map((action) => `${service.toLowerCase()}:${action}`),
    );

    expect(deny).toMatchObject({ Effect: 'Deny', Resource: '*' });
    expect(writes.filter((write) => deny === undefined || !matches(deny, write))).toEqual([]);
  });

  it('does not deny what it allows, nor what the role needs besides', () => {
    const needed = [...(allow?.Action ?? []), 'mns:SendMessage', 'sts:AssumeRole', 'log:PostLogStoreLogs'];

    expect(needed.filter((action) => deny !== undefined && matches(deny, action))).toEqual([]);
  });
});
