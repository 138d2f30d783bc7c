import type { Json } from '../model/change.ts';
import { textOf } from '../model/params.ts';
import { type Content, isContent, textsIn } from './content.ts';
import type { Predict, Reader } from './reader.ts';
import { command } from './restore/command.ts';

/** What joining and leaving a security group make of a member. */
export const joins: Predict = (event, _, before) => withGroup(before, textOf(event.params, 'SecurityGroupId'), true);
export const leaves: Predict = (event, _, before) => withGroup(before, textOf(event.params, 'SecurityGroupId'), false);

/** Who left was in the group, and who joined was not: the call alone says it. */
export const groupsBefore: NonNullable<Reader['recall']> = ({ action, params }, _, after) => {
  if (after === undefined) return undefined;
  const group = textOf(params, 'SecurityGroupId');
  if (action.toLowerCase() === 'leavesecuritygroup') return withGroup(after, group, true);
  return action.toLowerCase() === 'joinsecuritygroup' ? withGroup(after, group, false) : undefined;
};

/** The commands that put a member back into the groups it was in, and then out of those it was not in. */
export function groupCommands(
  member: Readonly<Record<string, string>>,
  region: string,
  present: Json,
  wanted: Json,
): readonly string[] {
  const [now, then] = [textsIn(present, 'SecurityGroupIds'), textsIn(wanted, 'SecurityGroupIds')];
  const call = (action: string) => (SecurityGroupId: string) =>
    command('ecs', action, region, { SecurityGroupId, ...member });
  return [
    ...then.filter((group) => !now.includes(group)).map(call('JoinSecurityGroup')),
    ...now.filter((group) => !then.includes(group)).map(call('LeaveSecurityGroup')),
  ];
}

function withGroup(state: Json, group: string | undefined, isIn: boolean): Content | undefined {
  if (!isContent(state) || group === undefined) return undefined;
  const others = textsIn(state, 'SecurityGroupIds').filter((id) => id !== group);
  return { ...state, SecurityGroupIds: (isIn ? [...others, group] : others).toSorted() };
}
