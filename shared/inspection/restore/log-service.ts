import type { Json } from '../../model/change.ts';
import { type Content, isContent, same, textIn, textsIn, without } from '../content.ts';
import { asLists } from '../in-order.ts';
import type { Remedy, Undo } from '../reader.ts';
import { remedy, UNKNOWN } from './command.ts';
import { quote } from './quote.ts';

/** The project and the name in it. */
export function inProject(id: string): readonly [project: string, name: string] {
  const [project = '', ...name] = id.split('/');
  return [project, name.join('/')];
}

/** Gives a logstore its settings back; one that was deleted is made again, empty. */
export function restoreLogstore({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted)) return UNKNOWN;
  const [project, logstore] = inProject(id);
  const settings = { logstoreName: logstore, ...wanted };
  if (present === null) {
    return remedy(
      [command('create-log-store', region, { project, ...settings })],
      `The logs in ${id} are gone.`,
      'A logstore that is made again has no index: create one to search it.',
    );
  }
  // What a change leaves out goes back to what is usual: it says everything.
  return remedy([command('update-log-store', region, { project, logstore, ...settings })]);
}

/** Gives a machine group its machines back, and the configurations that were applied to it. */
export function restoreMachineGroup({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted)) return UNKNOWN;
  const [project, machineGroup] = inProject(id);
  const group = { project, groupName: machineGroup, ...without(wanted, ['configs']) };
  const [had, has] = [textsIn(wanted, 'configs'), textsIn(present, 'configs')];
  const isChanged = !isContent(present) || !same(without(present, ['configs']), without(wanted, ['configs']));
  const verb = present === null ? 'create-machine-group' : 'update-machine-group';
  return remedy([
    ...(isChanged ? [command(verb, region, group)] : []),
    ...had
      .filter((configName) => !has.includes(configName))
      .map((configName) => command('apply-config-to-machine-group', region, { project, machineGroup, configName })),
  ]);
}

/** Gives a collection configuration back as it was; one made again is applied to no machines yet. */
export function restoreCollection({ id, region, present, wanted }: Undo): Remedy {
  const noun = textIn(wanted, 'noun');
  if (!isContent(wanted) || noun === undefined) return UNKNOWN;
  const [project, configName] = inProject(id);
  const name = noun === 'Config' ? 'config' : 'logtail-pipeline-config';
  const params = { project, configName, ...(asLists(without(wanted, ['noun'])) as Content) };
  if (present !== null) return remedy([command(`update-${name}`, region, params)]);
  return remedy(
    [command(`create-${name}`, region, params)],
    `Apply ${configName} to the machine groups that used it: deleting it took it off them.`,
  );
}

/** The CLI spells Log Service's calls and parameters in words; structures are JSON, lists a flag each. */
function command(verb: string, region: string, params: Content): string {
  const flags = Object.entries({ region, ...params }).flatMap(([name, value]) =>
    valuesOf(value).flatMap((one) => [quote(`--${wordsOf(name)}`), quote(one)]),
  );
  return ['aliyun', 'sls', verb, ...flags].join(' ');
}

function valuesOf(value: Json): readonly string[] {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  return [typeof value === 'string' ? value : JSON.stringify(value)];
}

function wordsOf(name: string): string {
  return name
    .replaceAll('_', '-')
    .replaceAll(/(?<=[a-z])[A-Z]+/gu, (letters) => `-${letters}`)
    .toLowerCase();
}
