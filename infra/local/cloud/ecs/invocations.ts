import type { Answer, Call, Operation } from '../api.ts';
import { numberedPage } from '../pages.ts';
import { toSecond } from '../times.ts';
import { shown } from './commands.ts';
import { isAmong, isMet } from './find.ts';
import type { EcsState, Invocation } from './state.ts';

/** Reading what was run on instances through Cloud Assistant. */
export function invocationReads(state: EcsState): Readonly<Record<string, Operation>> {
  return {
    DescribeInvocations: { rw: 'Read', run: (call) => list(state, call) },
    DescribeInvocationResults: { rw: 'Read', run: (call) => results(state, call) },
  };
}

function found(state: EcsState, { params, region }: Call): readonly Invocation[] {
  return [...state.invocations.values()].filter(
    (each) =>
      each.RegionId === region &&
      isMet(params, 'InvokeId', each.InvokeId) &&
      isMet(params, 'CommandId', each.CommandId) &&
      isAmong(params, 'InstanceId', ...each.InstanceIds),
  );
}

function list(state: EcsState, call: Call): Answer {
  const { items, counts } = numberedPage(call.params, found(state, call), { usual: 10, most: 100 });
  const rows = items.map((invocation) => {
    const { RegionId: _, InstanceIds, finishedAt, CommandContent, ...rest } = invocation;
    const isOver = finishedAt <= call.now;
    const InvokeInstance = InstanceIds.map((InstanceId) => ({
      InstanceId,
      CreationTime: rest.CreationTime,
      StartTime: rest.CreationTime,
      FinishTime: isOver ? toSecond(finishedAt) : '',
      InstanceInvokeStatus: isOver ? 'Finished' : 'Running',
      InvocationStatus: isOver ? 'Success' : 'Running',
      ExitCode: 0,
      Output: '',
    }));
    return {
      ...rest,
      CommandContent: shown(call.params, CommandContent),
      InvokeStatus: isOver ? 'Finished' : 'Running',
      InvocationStatus: isOver ? 'Success' : 'Running',
      InvokeInstances: { InvokeInstance },
    };
  });
  return { Invocations: { Invocation: rows }, NextToken: '', ...counts };
}

function results(state: EcsState, call: Call): Answer {
  const all = found(state, call).flatMap((invocation) =>
    invocation.InstanceIds.map((InstanceId) => {
      const isOver = invocation.finishedAt <= call.now;
      return {
        InstanceId,
        InvokeId: invocation.InvokeId,
        CommandId: invocation.CommandId,
        Username: invocation.Username,
        StartTime: invocation.CreationTime,
        FinishedTime: isOver ? toSecond(invocation.finishedAt) : '',
        InvocationStatus: isOver ? 'Success' : 'Running',
        InvokeRecordStatus: isOver ? 'Finished' : 'Running',
        ExitCode: 0,
        Output: '',
      };
    }),
  );
  const { items, counts } = numberedPage(call.params, all, { usual: 10, most: 50 });
  return { Invocation: { InvocationResults: { InvocationResult: items }, NextToken: '', ...counts } };
}
