import { describe, expect, it } from 'vitest';
import { type Ask } from './ask.ts';
import { after, at, ecsWithNode, I1 } from './ecs-account.ts';

describe('a command', () => {
  const plain = (ask: Ask, InvokeId: unknown, seconds = 0) =>
    at(
      ask('DescribeInvocations', { InvokeId, ContentEncoding: 'PlainText' }, after(seconds)),
      'Invocations.Invocation.0',
    ) as Record<string, unknown>;

  it('that is run is shown with its text, and finishes', () => {
    const { ask } = ecsWithNode();

    const { InvokeId } = ask('RunCommand', {
      Type: 'RunShellScript',
      CommandContent: '{"is":"no json list"}',
      InstanceId: ['i-1'],
    });

    expect(plain(ask, InvokeId)).toMatchObject({
      CommandContent: '{"is":"no json list"}',
      InvokeStatus: 'Running',
      InvokeInstances: { InvokeInstance: [I1] },
    });
    expect(plain(ask, InvokeId, 3)).toMatchObject({ InvokeStatus: 'Finished', InvocationStatus: 'Success' });
    expect(
      at(ask('DescribeInvocationResults', { InvokeId }, after(3)), 'Invocation.InvocationResults.InvocationResult.0'),
    ).toMatchObject({ ...I1, ExitCode: 0 });
    expect(ask('DescribeCommands')['TotalCount']).toBe(0);
  });

  it('that is kept is changed, and run later', () => {
    const { ask } = ecsWithNode();
    const CommandContent = Buffer.from('date').toString('base64');
    const { CommandId } = ask('CreateCommand', { Name: 'c', Type: 'RunShellScript', CommandContent });
    expect(at(ask('DescribeCommands', { CommandId }), 'Commands.Command.0')).toMatchObject({ CommandContent });
    ask('ModifyCommand', { CommandId, CommandContent: 'uptime', ContentEncoding: 'PlainText' });

    const { InvokeId } = ask('InvokeCommand', { CommandId, InstanceId: ['i-1'] });

    expect(plain(ask, InvokeId)).toMatchObject({ CommandId, CommandContent: 'uptime' });
    expect(at(ask('DescribeCommands', { CommandId }), 'Commands.Command.0.CommandContent')).toBe(
      Buffer.from('uptime').toString('base64'),
    );
  });

  it('that is under way gets another text, plain unless it is said to be packed', () => {
    const { ask } = ecsWithNode();
    const run = { Type: 'RunShellScript', CommandContent: 'date', InstanceId: ['i-1'], RepeatMode: 'Period' };
    const { InvokeId } = ask('RunCommand', run);

    ask('ModifyInvocationAttribute', { InvokeId, CommandContent: 'uptime' });

    expect(plain(ask, InvokeId)).toMatchObject({ CommandContent: 'uptime' });
  });
});
