import { listOf, type Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { numberedPage } from '../pages.ts';
import { flag, mandatory } from '../parameters.ts';
import { references } from '../references.ts';
import { toSecond } from '../times.ts';
import { instanceIn, isAmong, isMet } from './find.ts';
import { release } from './lifecycle.ts';
import type { EcsState } from './state.ts';
import type { SystemEvent } from './machines.ts';

/** Maintenance events: announced for practice, or for real where the call says `TriggerRealOps`. */
export function systemEventOperations(state: EcsState): Readonly<Record<string, Operation>> {
  const named = ({ params, region }: Call): SystemEvent => {
    const found = state.systemEvents.get(mandatory(params, 'EventId'));
    if (found?.RegionId === region) return found;
    throw new ApiError(404, 'InvalidParameter.EventIdNotFound', 'The specified EventId was not found.');
  };
  const put = (event: SystemEvent): void => void state.systemEvents.set(event.EventId, event);
  return {
    CreateSimulatedSystemEvents: {
      rw: 'Write',
      required: ['InstanceId', 'EventType', 'NotBefore'],
      run: (call) => {
        const events = announced(state, call);
        for (const event of events) put(event);
        return { EventIdSet: { EventId: events.map((event) => event.EventId) } };
      },
      references: references({ 'ACS::ECS::Instance': ['InstanceId'] }),
    },
    CancelSimulatedSystemEvents: {
      rw: 'Write',
      required: ['EventId'],
      run: (call) => {
        const events = listOf(call.params, 'EventId').map((id) => named({ ...call, params: { EventId: id } }));
        for (const event of events) put({ ...event, Status: 'Canceled' });
        return {};
      },
      references: references({ 'ACS::ECS::Event': ['EventId'] }),
    },
    AcceptInquiredSystemEvent: {
      rw: 'Write',
      required: ['EventId'],
      run: (call) => {
        const event = named(call);
        if (event.Status !== 'Inquiring') throw wrongStatus();
        put({ ...event, Status: 'Executing' });
        return {};
      },
      references: references({ 'ACS::ECS::Event': ['EventId'] }),
    },
    ModifySystemEventAttribute: {
      rw: 'Write',
      required: ['InstanceId', 'EventId', 'NotBefore'],
      run: (call) => {
        const event = named(call);
        if (event.Status !== 'Scheduled') throw wrongStatus();
        put({ ...event, NotBefore: timeIn(call.params) });
        return {};
      },
      references: references({ 'ACS::ECS::Instance': ['InstanceId'] }),
    },
    DescribeInstanceHistoryEvents: { rw: 'Read', run: (call) => list(state, call) },
  };
}

/** Lets real events happen whose time has come: what is deleted is gone, everything else is only marked. */
export function settleEvents(state: EcsState, now: Date): void {
  for (const event of state.systemEvents.values()) {
    if (event.Status !== 'Scheduled' || new Date(event.NotBefore) > now) continue;
    state.systemEvents.set(event.EventId, { ...event, Status: 'Executed' });
    if (event.isReal && event.EventType.endsWith('.Delete')) release(state, event.InstanceId, now);
  }
}

function announced(state: EcsState, { params, region, now }: Call): readonly SystemEvent[] {
  const EventType = mandatory(params, 'EventType');
  const NotBefore = timeIn(params);
  const instances = listOf(params, 'InstanceId').map((id) => instanceIn(state, id, region));
  return instances.map(({ InstanceId }) => ({
    EventId: newId('e'),
    InstanceId,
    RegionId: region,
    EventType,
    NotBefore,
    Status: 'Scheduled',
    EventPublishTime: toSecond(now),
    isReal: flag(params, 'TriggerRealOps') ?? false,
  }));
}

function timeIn(params: Params): string {
  const time = new Date(mandatory(params, 'NotBefore'));
  if (!Number.isNaN(time.getTime())) return toSecond(time);
  throw new ApiError(400, 'InvalidNotBefore.Malformed', 'The specified NotBefore is malformed.');
}

function wrongStatus(): ApiError {
  const message = 'The current status of the event does not support this operation.';
  return new ApiError(403, 'IncorrectEventStatus', message);
}

function list(state: EcsState, { params, region }: Call): Answer {
  const found = [...state.systemEvents.values()].filter(
    (event) =>
      event.RegionId === region &&
      isMet(params, 'InstanceId', event.InstanceId) &&
      isAmong(params, 'EventId', event.EventId) &&
      isMet(params, 'EventType', event.EventType) &&
      isMet(params, 'EventCycleStatus', event.Status),
  );
  const { items, counts } = numberedPage(params, found, { usual: 10, most: 100 });
  const InstanceSystemEventType = items.map((event) => ({
    EventId: event.EventId,
    InstanceId: event.InstanceId,
    EventType: { Name: event.EventType },
    EventCycleStatus: { Name: event.Status },
    NotBefore: event.NotBefore,
    EventPublishTime: event.EventPublishTime,
    EventFinishTime: event.Status === 'Executed' ? event.NotBefore : '',
    ResourceType: 'instance',
  }));
  return { InstanceSystemEventSet: { InstanceSystemEventType }, NextToken: '', ...counts };
}
