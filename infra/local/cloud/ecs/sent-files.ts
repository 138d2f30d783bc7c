import { listOf } from '../../../../shared/model/params.ts';
import type { Answer, Call, Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { numberedPage } from '../pages.ts';
import { flag, mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { toSecond } from '../times.ts';
import { instanceIn, isAmong, isMet } from './find.ts';
import type { EcsState } from './state.ts';

/** Files and terminals on instances through Cloud Assistant. Nothing reaches any machine. */
export function sentFileOperations(state: EcsState): Readonly<Record<string, Operation>> {
  const onInstances = references({ 'ACS::ECS::Instance': ['InstanceId'] });
  return {
    SendFile: {
      rw: 'Write',
      required: ['InstanceId', 'Name', 'TargetDir', 'Content'],
      run: (call) => send(state, call),
      references: onInstances,
    },
    StartTerminalSession: {
      rw: 'Write',
      required: ['InstanceId'],
      run: ({ params, region }) => {
        for (const id of listOf(params, 'InstanceId')) instanceIn(state, id, region);
        const SessionId = newId('s');
        return { SessionId, SecurityToken: newId('token'), WebSocketUrl: `wss://127.0.0.1/session?id=${SessionId}` };
      },
      references: onInstances,
    },
    DescribeSendFileResults: { rw: 'Read', run: (call) => list(state, call) },
  };
}

function send(state: EcsState, { params, region, now }: Call): Answer {
  const InvokeId = newId('f');
  state.sentFiles.set(InvokeId, {
    InvokeId,
    Name: mandatory(params, 'Name'),
    TargetDir: mandatory(params, 'TargetDir'),
    Content: mandatory(params, 'Content'),
    ContentType: text(params, 'ContentType') ?? 'PlainText',
    Description: text(params, 'Description') ?? '',
    FileOwner: text(params, 'FileOwner') ?? 'root',
    FileGroup: text(params, 'FileGroup') ?? 'root',
    FileMode: text(params, 'FileMode') ?? '0644',
    Overwrite: flag(params, 'Overwrite') ?? false,
    RegionId: region,
    InstanceIds: listOf(params, 'InstanceId').map((id) => instanceIn(state, id, region).InstanceId),
    CreationTime: toSecond(now),
  });
  return { InvokeId };
}

function list(state: EcsState, { params, region }: Call): Answer {
  const found = [...state.sentFiles.values()].filter(
    (file) =>
      file.RegionId === region &&
      isMet(params, 'InvokeId', file.InvokeId) &&
      isMet(params, 'Name', file.Name) &&
      isAmong(params, 'InstanceId', ...file.InstanceIds),
  );
  const { items, counts } = numberedPage(params, found, { usual: 10, most: 50 });
  const Invocation = items.map((file) => {
    const { RegionId: _, InstanceIds, Overwrite, ...rest } = file;
    const done = { CreationTime: rest.CreationTime, InvocationStatus: 'Success', FinishTime: rest.CreationTime };
    return {
      ...rest,
      Overwrite: String(Overwrite),
      InvocationStatus: 'Success',
      VmCount: InstanceIds.length,
      InvokeInstances: { InvokeInstance: InstanceIds.map((InstanceId) => ({ InstanceId, ...done })) },
    };
  });
  return { Invocations: { Invocation }, NextToken: '', ...counts };
}
