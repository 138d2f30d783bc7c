import * as z from 'zod';
import { ask, optionalText, wrapped } from '../cloud/answer.ts';
import type { Cloud, CloudCall } from '../cloud/cloud.ts';
import { toCloudError } from '../cloud/failure.ts';
import type { StoredCommand } from '../commands/call-deeds.ts';
import { decoded } from '../commands/command-text.ts';
import type { AuditEvent } from '../model/event.ts';
import type { CommandForm } from '../model/operation.ts';
import { textOf, type Params } from '../model/params.ts';

const command = z.object({
  CommandContent: optionalText,
  CommandType: optionalText,
  Type: optionalText,
  WorkingDir: optionalText,
  Parameters: z.unknown(),
});
const invocations = z.object({ Invocations: wrapped('Invocation', command) });
const commands = z.object({ Commands: wrapped('Command', command) });

/** A stored command, and the values that it was invoked with. */
export type Invoked = StoredCommand & { readonly parameters?: unknown };

/**
 * The command that a call only names, as Cloud Assistant keeps it: the invocation first, because the command may have been
 * changed or deleted since. Undefined: the call carries its own text, or none that is stored anywhere.
 */
export async function storedCommandOf(
  { region, response }: Pick<AuditEvent, 'region' | 'response'>,
  params: Params,
  form: CommandForm,
  { cloud, deadline }: { readonly cloud: Cloud; readonly deadline: number },
): Promise<Invoked | { readonly problem: string } | undefined> {
  const isStored = form === 'stored-command' || (form === 'command' && textOf(params, 'CommandContent') === undefined);
  if (!isStored) return undefined;
  const invokeId = textOf(response, 'InvokeId') ?? textOf(params, 'InvokeId');
  const commandId = textOf(params, 'CommandId') ?? textOf(response, 'CommandId');
  const at = { product: 'ecs', region, deadline } as const;
  try {
    const run = invokeId === undefined ? undefined : await invocation(cloud, at, invokeId);
    const found = run ?? (commandId === undefined ? undefined : await named(cloud, at, commandId));
    return found ?? { problem: `Cloud Assistant does not know ${commandId ?? invokeId ?? 'it'} any more` };
  } catch (error) {
    return { problem: `Cloud Assistant could not be asked (${toCloudError(error, 'Cloud Assistant').code})` };
  }
}

type At = Pick<CloudCall, 'product' | 'region' | 'deadline'>;

async function invocation(cloud: Cloud, at: At, InvokeId: string): Promise<Invoked | undefined> {
  const call = { ...at, action: 'DescribeInvocations', params: { InvokeId, ContentEncoding: 'Base64' } };
  return storedIn((await ask(cloud, call, invocations)).Invocations);
}

async function named(cloud: Cloud, at: At, CommandId: string): Promise<Invoked | undefined> {
  const call = { ...at, action: 'DescribeCommands', params: { CommandId, ContentEncoding: 'Base64' } };
  return storedIn((await ask(cloud, call, commands)).Commands);
}

function storedIn([found]: readonly z.infer<typeof command>[]): Invoked | undefined {
  if (found?.CommandContent === undefined) return undefined;
  const type = found.CommandType ?? found.Type;
  return {
    text: decoded(found.CommandContent, 'Base64'),
    ...(type === undefined ? {} : { type }),
    ...(found.Parameters === undefined ? {} : { parameters: found.Parameters }),
    ...(found.WorkingDir === undefined ? {} : { workingDirectory: found.WorkingDir }),
  };
}
