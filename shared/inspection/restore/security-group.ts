import { type Content, isContent, textIn } from '../content.ts';
import { permissionsOf, sayTheSame, withoutId } from '../permissions.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, inPieces, remedy, UNKNOWN } from './command.ts';

/** How many rules one call takes. */
const AT_ONCE = 100;

/** Puts the rules of a security group back: allows first, edits, takes away last, so that nobody is locked out on the way. */
export function restoreSecurityGroup({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
  const [now, then] = [permissionsOf(present), permissionsOf(wanted)];
  const call = (action: string, params: object): string =>
    command('ecs', action, region, { SecurityGroupId: id, ...params });
  const lost = then.filter((rule) => !now.some((one) => sayTheSame(one, rule)));
  const edited = lost.filter((rule) => idsOf(now).includes(rule['SecurityGroupRuleId']));
  const missing = lost.filter((rule) => !edited.includes(rule));
  const surplus = now.filter(
    (rule) => !then.some((one) => sayTheSame(one, rule)) && !idsOf(edited).includes(rule['SecurityGroupRuleId']),
  );
  const InnerAccessPolicy = textIn(wanted, 'InnerAccessPolicy');
  const isPolicyOff = InnerAccessPolicy !== textIn(present, 'InnerAccessPolicy');
  return remedy([
    ...(isPolicyOff ? [call('ModifySecurityGroupPolicy', { InnerAccessPolicy })] : []),
    ...byDirection(missing).flatMap(([suffix, rules]) =>
      inPieces(rules, AT_ONCE).map((piece) =>
        call(`AuthorizeSecurityGroup${suffix}`, { Permissions: piece.map(asParameters) }),
      ),
    ),
    ...edited.map((rule) =>
      call(rule['Direction'] === 'egress' ? 'ModifySecurityGroupEgressRule' : 'ModifySecurityGroupRule', {
        SecurityGroupRuleId: rule['SecurityGroupRuleId'],
        ...asParameters(rule),
      }),
    ),
    ...byDirection(surplus).flatMap(([suffix, rules]) =>
      takeAway(rules, (params) => call(`RevokeSecurityGroup${suffix}`, params)),
    ),
  ]);
}

function takeAway(rules: readonly Content[], call: (params: object) => string): readonly string[] {
  const known = rules.filter((rule) => rule['SecurityGroupRuleId'] !== undefined);
  const unnamed = rules.filter((rule) => !known.includes(rule));
  return [
    ...inPieces(known, AT_ONCE).map((piece) => call({ SecurityGroupRuleId: idsOf(piece) })),
    ...inPieces(unnamed, AT_ONCE).map((piece) => call({ Permissions: piece.map(asParameters) })),
  ];
}

function byDirection(rules: readonly Content[]) {
  return [
    ['', rules.filter((rule) => rule['Direction'] !== 'egress')],
    ['Egress', rules.filter((rule) => rule['Direction'] === 'egress')],
  ] as const;
}

function idsOf(rules: readonly Content[]) {
  return rules.map((rule) => rule['SecurityGroupRuleId']);
}

function asParameters(rule: Content): Content {
  const { Direction: _, ...rest } = withoutId(rule);
  return { ...rest, Policy: textIn(rule, 'Policy')?.toLowerCase() ?? 'accept' };
}
