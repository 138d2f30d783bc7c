import type { OperationTable } from '../model/operation.ts';
import { on } from './touch.ts';

/** A template names its instances as it likes; these are the names in the public templates. */
const executed = on(
  'ecs.instance',
  'Parameters.instanceIds',
  'Parameters.instanceId',
  'Parameters.targets.ResourceIds',
  'Parameters.resourceIds',
);
const configured = on('ecs.instance', 'Targets.ResourceIds', 'Targets.instanceIds');
const template = { strength: 'content', form: 'template' } as const;
const state = { strength: 'content', form: 'state', value: ['TemplateName', 'Parameters'] } as const;

/** What each write of ActionTrail's service oos does. The calls that an execution fans out to are recorded as well. */
export const oos: OperationTable = {
  service: 'oos',
  versions: ['2019-06-01'],
  actions: {
    CreateStateConfiguration: [configured('command-run', state)],
    StartExecution: [
      executed('command-run', { ...template, value: ['TemplateName', 'TemplateContent', 'Parameters'] }),
    ],
    TriggerExecution: [
      on(
        'ecs.instance',
        'Content.instanceIds',
        'Content.instanceId',
      )('command-run', {
        ...template,
        value: ['ExecutionId', 'Content'],
      }),
    ],
    UpdateInstancePackageState: [
      on('ecs.instance', 'InstanceId')('command-run', {
        strength: 'content',
        form: 'package',
        value: ['TemplateName', 'ConfigureAction', 'Parameters'],
      }),
    ],
    UpdateStateConfiguration: [configured('command-run', state)],
  },
  ignored: [],
};
