import { describe, expect, it } from 'vitest';
import { createWorld } from '../../infra/local/cloud/world.ts';
import { aLogstore, aProject } from '../../infra/local/cloud/sls/state.ts';
import type { Cloud } from '../../shared/cloud/cloud.ts';
import { CloudError } from '../../shared/errors.ts';
import { observe } from '../../shared/inspection/observe.ts';
import { parseCommand } from '../../shared/inspection/restore/parse-command.ts';
import { slsCollector } from '../../shared/inventory/sls.ts';
import type { AuditEvent } from '../../shared/model/event.ts';
import type { Params } from '../../shared/model/params.ts';
import type { Cluster, OwnedResource } from '../../shared/model/resource.ts';
import { decode } from '../../shared/sources/actiontrail/decode.ts';
import { inspect } from '../../shared/steps/inspect.ts';
import { aPart } from './a-call.ts';
import { englishOnly } from './in-every-language.ts';
import { aStore } from './simple-store.ts';

const PROJECT = 'k8s-log-c1';
const IN = { project: PROJECT };
const AT = { accountId: '1234567890123456', region: 'cn-hangzhou' };
const CLUSTER: Cluster = { ...AT, id: 'c1', name: 'prod', type: 'ManagedKubernetes', state: 'running', podCidrs: [] };
const WHOLE: OwnedResource = {
  ...AT,
  kind: 'sls.project',
  id: PROJECT,
  clusterId: 'c1',
  role: 'log-project',
  facts: {},
  via: 'cs',
};

describe('the inventory of Log Service', () => {
  it('knows the logstores, machine groups and configurations of a log project', async () => {
    const { cloud } = aProjectWithLogs();

    const found = await slsCollector.collect(cloud, CLUSTER, Date.now() + 1_000, [WHOLE]);

    expect(found.complete).toBe(true);
    expect(found.resources.map(({ kind, id, role }) => `${kind} ${id} ${role}`)).toEqual([
      'sls.logstore k8s-log-c1/audit-c1 logstore',
      'sls.machine-group k8s-log-c1/k8s-group-c1 log-project',
      'sls.collection-config k8s-log-c1/stdout log-project',
    ]);
  });

  it('is whole where a cluster has no project yet, and not where it may not look', async () => {
    const { cloud } = aProjectWithLogs();
    const refused: Cloud = { call: () => Promise.reject(new CloudError('Unauthorized', 'no', { status: 401 })) };

    const none = await slsCollector.collect(cloud, CLUSTER, Date.now() + 1_000, [{ ...WHOLE, id: 'k8s-log-c2' }]);
    const blind = await slsCollector.collect(refused, CLUSTER, Date.now() + 1_000, [WHOLE]);

    expect(none).toMatchObject({ resources: [], complete: true });
    expect(blind).toMatchObject({ resources: [], complete: false });
  });
});

describe('a logstore', () => {
  it('that keeps logs for a day is told with how long it kept them, and every setting is put back', async () => {
    const { seen, putBack, settings } = await done('UpdateLogStore', 'logstore', {
      logstore: 'audit-c1',
      logstoreName: 'audit-c1',
      ttl: 1,
    });

    expect(seen.verdict).toBe('changed');
    expect(seen.comparisons[0]?.changes).toContainEqual(
      expect.objectContaining({ op: 'replace', path: '/ttl', before: 180, after: 1 }),
    );
    expect(settings()).toMatchObject({ ttl: 1, autoSplit: true });
    putBack();
    expect(settings()).toMatchObject({ ttl: 180, autoSplit: false, shardCount: 4 });
  });

  it('that was deleted is made again, and the notes say that its logs are gone', async () => {
    const { seen, putBack, settings } = await done('DeleteLogStore', 'logstore', { logstore: 'audit-c1' });

    expect(seen.comparisons).toMatchObject([{ before: { content: { ttl: 180 } }, after: { content: null } }]);
    expect(seen.notes).toContain('The logs in k8s-log-c1/audit-c1 are gone.');
    putBack();
    expect(settings()).toMatchObject({ ttl: 180, shardCount: 4 });
  });
});

describe('a project of Log Service', () => {
  it('that was deleted is to be looked for in the recycle bin', async () => {
    const { seen } = await done('DeleteProject', 'log-project', {});

    expect(seen.comparisons).toMatchObject([{ after: { content: null } }]);
    expect(seen.restore).toEqual({ possible: 'unknown' });
    expect(seen.notes.join(' ')).toContain('recycle bin');
  });
});

describe('the collection of logs', () => {
  it('is applied to its machines again', async () => {
    const params = { machineGroup: 'k8s-group-c1', configName: 'stdout' };
    const { seen, putBack, world } = await done('RemoveConfigFromMachineGroup', 'log-project', params);

    expect(seen.comparisons[0]?.changes).toMatchObject([{ op: 'remove', before: 'stdout' }]);
    putBack();
    expect(world.sls.machineGroups.get(`${PROJECT}/k8s-group-c1`)?.configs).toEqual(['stdout']);
  });

  it.each([
    ['DeleteMachineGroup', { machineGroup: 'k8s-group-c1' }],
    ['UpdateMachineGroup', { groupName: 'k8s-group-c1', machineIdentifyType: 'ip', machineList: ['192.0.2.1'] }],
  ])('has its machines back after %s', async (action, params) => {
    const { putBack, world } = await done(action, 'log-project', params);

    putBack();

    expect(world.sls.machineGroups.get(`${PROJECT}/k8s-group-c1`)).toMatchObject({
      machineIdentifyType: 'userdefined',
      machineList: ['k8s-group-c1'],
      groupAttribute: { groupTopic: 'shop' },
      configs: ['stdout'],
    });
  });

  it.each([
    ['DeleteConfig', 'stdout'],
    ['UpdateConfig', 'stdout'],
    ['DeleteLogtailPipelineConfig', 'pipeline'],
    ['UpdateLogtailPipelineConfig', 'pipeline'],
  ])('has its configuration back after %s of %s', async (action, configName) => {
    const { putBack, world } = await done(action, 'log-project', { configName, inputType: 'syslog' });

    putBack();

    const body = configName === 'stdout' ? STDOUT : PIPELINE;
    const { body: now } = world.sls.configs.get(`${PROJECT}/${configName}`) ?? {};
    expect(Object.keys(now ?? {}).toSorted()).toEqual(Object.keys(body).toSorted());
  });

  it('of which only the order of what processes the lines was changed is told, and put back in the old order', async () => {
    const processors = PIPELINE.processors.toReversed();
    const { seen, putBack, world } = await done('UpdateLogtailPipelineConfig', 'log-project', {
      configName: 'pipeline',
      ...PIPELINE,
      processors,
    });

    expect(seen.verdict).toBe('changed');
    putBack();
    const { body } = world.sls.configs.get(`${PROJECT}/pipeline`) ?? {};
    expect(body).toMatchObject({ processors: JSON.stringify(PIPELINE.processors) });
  });
});

const STDOUT = { inputType: 'plugin', inputDetail: { plugin: { inputs: [{ type: 'service_docker_stdout' }] } } };
const PIPELINE = {
  inputs: [{ Type: 'input_file' }],
  processors: [{ Type: 'processor_parse_json' }, { Type: 'processor_desensitize' }],
  flushers: [{ Type: 'flusher_sls', Logstore: 'app' }],
};

/** A project as the log component makes one: an audit log, one machine group, two configurations. */
function aProjectWithLogs() {
  let time = Date.parse('2026-11-24T07:50:00Z');
  const world = createWorld({ clock: () => new Date(time) });
  const { sls } = world;
  const admin = world.actors.user('admin');
  sls.projects.set(PROJECT, aProject({ projectName: PROJECT }));
  const audit = { logstoreName: 'audit-c1', ttl: 180, shardCount: 4, autoSplit: false };
  sls.logstores.set(`${PROJECT}/audit-c1`, aLogstore(audit));
  sls.machineGroups.set(`${PROJECT}/k8s-group-c1`, {
    groupName: 'k8s-group-c1',
    groupType: '',
    machineIdentifyType: 'userdefined',
    groupAttribute: { groupTopic: 'shop' },
    machineList: ['k8s-group-c1'],
    configs: ['stdout'],
  });
  sls.configs.set(`${PROJECT}/stdout`, { configName: 'stdout', isPipeline: false, body: STDOUT });
  const act = (action: string, params: Params) => world.act(admin, { product: 'sls', action, params });
  const cloud: Cloud = {
    call: async ({ action, params }) => {
      try {
        return act(action, params);
      } catch (error) {
        const { code, message, status } = error as CloudError;
        throw new CloudError(code, message, { status });
      }
    },
  };
  return { world, cloud, act, now: () => new Date(time), later: (minutes: number) => void (time += minutes * 60_000) };
}

/** The deed as the trail tells it, what inspection sees two minutes later, and the commands that put it back. */
async function done(action: string, role: 'logstore' | 'log-project', params: Params) {
  const place = aProjectWithLogs();
  const { world, cloud, act, now, later } = place;
  world.sls.configs.set(`${PROJECT}/pipeline`, { configName: 'pipeline', isPipeline: true, body: PIPELINE });
  const read = await slsCollector.collect(cloud, CLUSTER, now().getTime() + 1_000, [WHOLE]);
  const { snapshots, problems } = await observe(cloud, [WHOLE, ...read.resources], {
    region: 'cn-hangzhou',
    deadline: now().getTime() + 1_000,
    now,
  });
  expect(problems).toEqual([]);
  later(10);
  act(action, { ...IN, ...params });
  const event = lastEvent(place);
  later(2);
  const store = aStore({ snapshots });
  const seen = await inspect(event, aPart(event, role), { cloud, store, now, deadline: now().getTime() + 1_000 });
  expect(englishOnly(seen.notes)).toEqual([]);
  const putBack = (): void => {
    const commands = seen.restore.possible === true ? seen.restore.commands : [];
    expect(commands).not.toEqual([]);
    for (const {
      action: verb,
      params: { region: _, ...said },
    } of commands.flatMap((text) => parseCommand(text) ?? [])) {
      act(spelled(verb), Object.fromEntries(Object.entries(said).map(([name, value]) => [parameter(name), value])));
    }
  };
  return { world, seen, putBack, settings: () => world.sls.logstores.get(`${PROJECT}/audit-c1`) };
}

function lastEvent({ world, now }: ReturnType<typeof aProjectWithLogs>): AuditEvent {
  const [item] = decode(world.trail.records().at(-1), now());
  if (item?.kind !== 'event') throw new Error(`Expected an event, got ${JSON.stringify(item)}`);
  return item.event;
}

/** `update-log-store` is `UpdateLogStore`. */
function spelled(verb: string): string {
  return `-${verb}`.replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}

/** `logstore-name` is `logstoreName`; the API itself spells one of them otherwise. */
function parameter(name: string): string {
  if (name === 'enable-tracking') return 'enable_tracking';
  return name.replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}
