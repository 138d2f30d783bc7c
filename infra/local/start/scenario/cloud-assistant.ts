import { type Params, textOf } from '../../../../shared/model/params.ts';
import type { SdkCall } from '../sdk-call.ts';
import type { Play } from './play-of.ts';

/** What RunCommand and CreateCommand say besides the script. */
type More = Readonly<Record<string, unknown>>;

/** A call of ECS. */
export function ecs(action: string, params: Params): SdkCall {
  return { product: 'ecs', action, params };
}

/** A script run on nodes at once, its text as it was typed. */
export function run(CommandContent: string, InstanceId: readonly string[], more: More = {}): SdkCall {
  return ecs('RunCommand', { Type: 'RunShellScript', CommandContent, InstanceId, ...more });
}

/** The same as consoles and programs send it: packed in Base64. */
export function runPacked(script: string, InstanceId: readonly string[], more: More = {}): SdkCall {
  return run(packed(script), InstanceId, { ContentEncoding: 'Base64', ...more });
}

/** A script that is kept for later; nothing runs. */
export function store(Name: string, script: string, more: More = {}): SdkCall {
  return ecs('CreateCommand', { Name, Type: 'RunShellScript', CommandContent: packed(script), ...more });
}

/** A script stored first, and then invoked on nodes by its id alone. */
export function invokeStored(
  stored: SdkCall,
  InstanceId: readonly string[],
  more: More = {},
): Pick<Play, 'before' | 'call'> {
  return {
    before: { call: stored, paramsOf: (answer) => ({ CommandId: textOf(answer, 'commandId') }) },
    call: ecs('InvokeCommand', { InstanceId, ...more }),
  };
}

/** A file put on nodes. */
export function sendFile(TargetDir: string, Name: string, Content: string, InstanceId: readonly string[]): SdkCall {
  return ecs('SendFile', { TargetDir, Name, Content, InstanceId });
}

function packed(script: string): string {
  return Buffer.from(script).toString('base64');
}
