import type { OperationTable } from '../../model/operation.ts';
import { ADJACENT, on } from '../touch.ts';

const instance = on('ecs.instance', 'InstanceId');
const text = { strength: 'content', form: 'command', value: ['CommandContent', 'ContentEncoding'] } as const;

/** Ecs: Cloud Assistant. What a command does, its text tells; a stored command does nothing until it is invoked. */
export const commands: OperationTable['actions'] = {
  CreateCommand: [on('ecs.command', 'response.CommandId')('command-run', text)],
  InvokeCommand: [
    instance('command-run', { strength: 'content', form: 'stored-command', value: ['CommandId', 'Parameters'] }),
  ],
  ModifyCloudAssistantSettings: [
    on('ecs.cloud-assistant', '@region')('recording-changed', {
      ...ADJACENT,
      value: ['SessionManagerConfig', 'SlsDeliveryConfig', 'OssDeliveryConfig'],
    }),
  ],
  ModifyCommand: [on('ecs.command', 'CommandId')('command-run', text)],
  ModifyInvocationAttribute: [instance('command-run', text)],
  RunCommand: [instance('command-run', text)],
  SendFile: [instance('command-run', { strength: 'content', form: 'file', value: ['TargetDir', 'Name', 'Content'] })],
  StartTerminalSession: [
    instance('command-run', { strength: 'content', form: 'session', value: ['CommandLine', 'Username'] }),
  ],
};
