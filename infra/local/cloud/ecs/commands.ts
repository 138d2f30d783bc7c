import { listOf, type Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { numberedPage } from '../pages.ts';
import { flag, given, integer, mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { carries, tagsIn } from '../tags.ts';
import { later, toSecond } from '../times.ts';
import { instanceIn, isAmong, isMet } from './find.ts';
import type { Command, Invocation } from './assistant.ts';
import type { EcsState } from './state.ts';

const RUN_SECONDS = 2;
const CHANGEABLE = { Name: text, Description: text, WorkingDir: text, Timeout: integer } as const;

/** Cloud Assistant: commands and what they are run on. Nothing is executed; a run is finished after a moment. */
export function commandOperations(state: EcsState): Readonly<Record<string, Operation>> {
  const named = ({ params, region }: Call): Command => {
    const found = state.commands.get(mandatory(params, 'CommandId'));
    if (found?.RegionId === region) return found;
    throw new ApiError(404, 'InvalidCommandId.NotFound', 'The specified command does not exist.');
  };
  const put = (command: Command): void => void state.commands.set(command.CommandId, command);
  const onInstances = references({ 'ACS::ECS::Instance': ['InstanceId'], 'ACS::ECS::Command': ['CommandId'] });
  const create: Operation['run'] = (call) => {
    const command = commandIn(call, 'Base64');
    put(command);
    return { CommandId: command.CommandId };
  };
  return {
    CreateCommand: {
      rw: 'Write',
      required: ['Name', 'Type', 'CommandContent'],
      run: create,
      references: references({ 'ACS::ECS::Command': ['answer.CommandId'] }),
    },
    ModifyCommand: {
      rw: 'Write',
      required: ['CommandId'],
      run: (call) => {
        const old = named(call);
        const content = text(call.params, 'CommandContent');
        const CommandContent = content === undefined ? old.CommandContent : encoded(call.params, content, 'Base64');
        put({ ...old, ...given(call.params, CHANGEABLE), CommandContent });
        return {};
      },
      references: onInstances,
    },
    DeleteCommand: {
      rw: 'Write',
      required: ['CommandId'],
      run: (call) => {
        state.commands.delete(named(call).CommandId);
        return {};
      },
      references: onInstances,
    },
    RunCommand: {
      rw: 'Write',
      required: ['Type', 'CommandContent'],
      run: (call) => {
        const command = commandIn(call, 'PlainText');
        if (flag(call.params, 'KeepCommand') === true) put(command);
        return { CommandId: command.CommandId, InvokeId: invoke(state, command, call) };
      },
      references: onInstances,
    },
    InvokeCommand: {
      rw: 'Write',
      required: ['CommandId', 'InstanceId'],
      run: (call) => ({ InvokeId: invoke(state, named(call), call) }),
      references: onInstances,
    },
    DescribeCommands: { rw: 'Read', run: (call) => list(state, call) },
  };
}

function commandIn({ params, region, now }: Call, usual: Encoding): Command {
  const CommandId = newId('c');
  return {
    CommandId,
    RegionId: region,
    Name: text(params, 'Name') ?? `cmd-${toSecond(now)}`,
    Description: text(params, 'Description') ?? '',
    Type: mandatory(params, 'Type'),
    CommandContent: encoded(params, mandatory(params, 'CommandContent'), usual),
    WorkingDir: text(params, 'WorkingDir') ?? '',
    Timeout: integer(params, 'Timeout') ?? 60,
    EnableParameter: flag(params, 'EnableParameter') ?? false,
    CreationTime: toSecond(now),
    Tags: tagsIn(params, 'Tag'),
  };
}

type Encoding = 'Base64' | 'PlainText';

/** The content as it is kept: Base64. Calls that create take it so unless they say otherwise, calls that run do not. */
export function encoded(params: Params, content: string, usual: Encoding): string {
  const said = text(params, 'ContentEncoding') ?? usual;
  return said.toLowerCase() === 'plaintext' ? Buffer.from(content).toString('base64') : content;
}

/** The content as a reading call wants it. */
export function shown(params: Params, content: string): string {
  const isPlain = text(params, 'ContentEncoding')?.toLowerCase() === 'plaintext';
  return isPlain ? Buffer.from(content, 'base64').toString() : content;
}

function invoke(state: EcsState, command: Command, { params, region, now }: Call): string {
  const named = listOf(params, 'InstanceId').map((id) => instanceIn(state, id, region).InstanceId);
  const tags = tagsIn(params, 'ResourceTag');
  const tagged = tags.length === 0 ? [] : [...state.instances.values()].filter((each) => carries(each.Tags, tags));
  const InstanceIds = [...named, ...tagged.map((each) => each.InstanceId)];
  if (InstanceIds.length === 0) mandatory(params, 'InstanceId');
  const invocation: Invocation = {
    InvokeId: newId('t'),
    CommandId: command.CommandId,
    CommandName: command.Name,
    CommandType: command.Type,
    CommandContent: command.CommandContent,
    RegionId: region,
    InstanceIds,
    Parameters: text(params, 'Parameters') ?? '{}',
    Username: text(params, 'Username') ?? 'root',
    WorkingDir: text(params, 'WorkingDir') ?? command.WorkingDir,
    Timeout: integer(params, 'Timeout') ?? command.Timeout,
    RepeatMode: text(params, 'RepeatMode') ?? 'Once',
    Frequency: text(params, 'Frequency') ?? '',
    CreationTime: toSecond(now),
    finishedAt: later(now, RUN_SECONDS),
  };
  state.invocations.set(invocation.InvokeId, invocation);
  return invocation.InvokeId;
}

function list(state: EcsState, { params, region }: Call): Answer {
  const found = [...state.commands.values()].filter(
    (command) =>
      command.RegionId === region &&
      isAmong(params, 'CommandId', command.CommandId) &&
      isMet(params, 'Name', command.Name) &&
      isMet(params, 'Type', command.Type) &&
      carries(command.Tags, tagsIn(params, 'Tag')),
  );
  const { items, counts } = numberedPage(params, found, { usual: 10, most: 50 });
  const Command = items.map((command) => {
    const { RegionId: _, CommandContent, Tags, ...rest } = command;
    return { ...rest, CommandContent: shown(params, CommandContent), Provider: '', Tags: { Tag: Tags } };
  });
  return { Commands: { Command }, NextToken: '', ...counts };
}
