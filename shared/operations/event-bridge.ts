import type { OperationTable } from '../model/operation.ts';
import { names } from './names.ts';
import { on } from './touch.ts';

const rule = on('eventbridge.rule', 'RuleName');

/** Writes of EventBridge that can keep events from a rule's targets. Only ackwatch's own rules are anybody's. */
export const eventBridge: OperationTable = {
  service: 'Eventbridge',
  versions: ['2020-04-01'],
  actions: {
    DeleteRule: [rule('deleted')],
    DisableRule: [rule('stopped')],
    UpdateRule: [rule('attribute-changed', { value: ['FilterPattern', 'Status'] })],
    DeleteTargets: [rule('attribute-changed', { value: ['TargetIds'] })],
    UpdateTargets: [rule('attribute-changed')],
    CreateTargets: [rule('attribute-changed')],
    PutTargets: [rule('attribute-changed')],
  },
  ignored: names(`
    CreateRule EnableRule CreateEventBus DeleteEventBus UpdateEventBus CreateEventSource UpdateEventSource
    DeleteEventSource CreateEventStreaming UpdateEventStreaming DeleteEventStreaming StartEventStreaming
    PauseEventStreaming CreateConnection UpdateConnection DeleteConnection CreateApiDestination UpdateApiDestination
    DeleteApiDestination PutEvents
  `),
};
