import { listOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { numberedPage } from '../pages.ts';
import { given, mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { toSecond } from '../times.ts';
import { encoded, shown } from './commands.ts';
import { isAmong, isMet } from './find.ts';
import type { EcsState } from './state.ts';
import type { Invocation } from './assistant.ts';

/** What was run on instances through Cloud Assistant: reading it, and changing what is yet to run. */
export function invocationOperations(state: EcsState): Readonly<Record<string, Operation>> {
  return {
    ModifyInvocationAttribute: {
      rw: 'Write',
      required: ['InvokeId'],
      run: ({ params }) => {
        const old = state.invocations.get(mandatory(params, 'InvokeId'));
        if (old === undefined)
          throw new ApiError(404, 'InvalidInvokeId.NotFound', 'The specified InvokeId is not found.');
        const content = text(params, 'CommandContent');
        const CommandContent = content === undefined ? old.CommandContent : encoded(params, content, 'PlainText');
        state.invocations.set(old.InvokeId, {
          ...old,
          ...given(params, { Frequency: text, Parameters: text }),
          CommandContent,
          InstanceIds: [...new Set([...old.InstanceIds, ...listOf(params, 'InstanceId')])],
        });
        return {};
      },
      references: references({ 'ACS::ECS::Invocation': ['InvokeId'], 'ACS::ECS::Instance': ['InstanceId'] }),
    },
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
