import type { Json } from '../../model/change.ts';
import { type Content, isContent, same } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';

/** Puts the rules of a permission group back: what lets nodes in first, what somebody added is taken away last. */
export function restoreAccessGroup({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted)) return UNKNOWN;
  const { FileSystemType } = wanted;
  const call = (action: string, params: object): string =>
    command('nas', action, region, { AccessGroupName: id, FileSystemType, ...params });
  const [now, then] = [rulesOf(present), rulesOf(wanted)];
  const alike = (rules: Content, rule: Json): boolean => Object.values(rules).some((one) => same(one, rule));
  const lost = Object.entries(then).filter(([, rule]) => !alike(now, rule));
  const edited = lost.filter(([ruleId]) => now[ruleId] !== undefined);
  const missing = lost.filter(([ruleId]) => now[ruleId] === undefined);
  const surplus = Object.entries(now).filter(([ruleId, rule]) => then[ruleId] === undefined && !alike(then, rule));
  const group = present === null ? [call('CreateAccessGroup', { AccessGroupType: 'Vpc' })] : [];
  return remedy([
    ...group,
    ...missing.map(([, rule]) => call('CreateAccessRule', asParameters(rule))),
    ...edited.map(([AccessRuleId, rule]) => call('ModifyAccessRule', { AccessRuleId, ...asParameters(rule) })),
    ...surplus.map(([AccessRuleId]) => call('DeleteAccessRule', { AccessRuleId })),
  ]);
}

/** The rules of a group's state, by id. */
export function rulesOf(state: Json): Content {
  const rules = isContent(state) ? state['Rules'] : undefined;
  return isContent(rules) ? rules : {};
}

function asParameters(rule: Json): object {
  if (!isContent(rule)) return {};
  const { RWAccess: RWAccessType, UserAccess: UserAccessType, ...rest } = rule;
  return { ...rest, RWAccessType, UserAccessType };
}
