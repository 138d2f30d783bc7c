import { isMissing } from '../../cloud/failure.ts';
import { textOf } from '../../model/params.ts';
import { type Content, isContent, textIn, without } from '../content.ts';
import { contentOf, type Fields } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Place, type Predict, type Reader } from '../reader.ts';
import { restoreAccessGroup, rulesOf } from '../restore/access-group.ts';
import { wholeByNumber } from '../whole-listing.ts';

const AT_ONCE = 100;

const RULE: Fields = {
  SourceCidrIp: 'text',
  Ipv6SourceCidrIp: 'text',
  RWAccess: 'text',
  UserAccess: 'text',
  Priority: 'number',
};
/** Calls write two of them otherwise. */
const ASKED = { RWAccessType: 'RWAccess', UserAccessType: 'UserAccess' } as const;

/** A permission group (权限组) of NAS: rule by rule, from which addresses its file systems can be mounted. */
export const nasAccessGroup: Reader = {
  kind: 'nas.access-group',
  aspect: 'configuration',
  effects: ['access-changed'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    // A name tells a group together with the type of its file systems, and no call says which type is meant.
    const standard = await rules(place, id, 'standard').catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
    return standard ?? rules(place, id, 'extreme');
  }),
  predict: byAction({
    DeleteAccessGroup: gone,
    CreateAccessRule: changed((event, had) => ({
      ...had,
      [textOf(event.response, 'AccessRuleId') ?? 'new']: { ...USUAL, ...ruleAsked(event) },
    })),
    ModifyAccessRule: changed((event, had) => {
      const id = textOf(event.params, 'AccessRuleId') ?? '';
      const rule = had[id];
      return isContent(rule) ? { ...had, [id]: { ...rule, ...ruleAsked(event) } } : undefined;
    }),
    DeleteAccessRule: changed(({ params }, had) => without(had, [textOf(params, 'AccessRuleId') ?? ''])),
  }),
  // Ids are given anew.
  essence: (state) => (isContent(state) ? { ...state, Rules: Object.values(rulesOf(state)) } : state),
  restore: restoreAccessGroup,
};

/** What NAS takes where a rule does not say. */
const USUAL = { RWAccess: 'RDWR', UserAccess: 'no_squash', Priority: 1 };

async function rules(place: Place, AccessGroupName: string, FileSystemType: string): Promise<Content> {
  const params = { AccessGroupName, FileSystemType, PageSize: AT_ONCE };
  const found = await wholeByNumber(
    (PageNumber) => answerOf(place, 'nas', 'DescribeAccessRules', { ...params, PageNumber }, 'AccessRules'),
    'AccessRules',
  );
  const Rules = found.map((rule) => [textIn(rule, 'AccessRuleId') ?? '', contentOf(rule, RULE)]);
  return { FileSystemType, Rules: Object.fromEntries(Rules) as Content };
}

function ruleAsked({ params }: Parameters<Predict>[0]): Content {
  const names = { SourceCidrIp: 'SourceCidrIp', Ipv6SourceCidrIp: 'Ipv6SourceCidrIp', Priority: 'Priority', ...ASKED };
  return contentOf(Object.fromEntries(Object.entries(names).map(([said, kept]) => [kept, textOf(params, said)])), RULE);
}

function changed(change: (event: Parameters<Predict>[0], had: Content) => Content | undefined): Predict {
  return (event, _, before) => {
    const Rules = isContent(before) ? change(event, rulesOf(before)) : undefined;
    return isContent(before) && Rules !== undefined ? { ...before, Rules } : undefined;
  };
}
