import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { numberedPage } from '../pages.ts';
import { integer, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { groupNamed, uses } from './find.ts';
import { type AccessGroup, type AccessRule, groupKey, type NasState } from './state.ts';

/** Permission groups and their rules: who may mount. */
export function accessGroupOperations(state: NasState): Readonly<Record<string, Operation>> {
  const put = (group: AccessGroup): void =>
    void state.accessGroups.set(groupKey(group.FileSystemType, group.AccessGroupName), group);
  const write = (required: readonly string[], run: (group: AccessGroup, call: Call) => Answer): Operation => ({
    rw: 'Write',
    required: ['AccessGroupName', ...required],
    run: (call) => run(groupNamed(state, call), call),
    references: references({ 'ACS::NAS::AccessGroup': ['AccessGroupName'] }),
  });
  return {
    CreateAccessGroup: {
      rw: 'Write',
      required: ['AccessGroupName', 'AccessGroupType'],
      run: ({ params, region }) => {
        const AccessGroupName = mandatory(params, 'AccessGroupName');
        put({
          AccessGroupName,
          RegionId: region,
          FileSystemType: oneOf('standard', 'extreme')(params, 'FileSystemType') ?? 'standard',
          AccessGroupType: mandatory(params, 'AccessGroupType'),
          Description: text(params, 'Description') ?? '',
          Rules: [],
        });
        return { AccessGroupName };
      },
      references: references({ 'ACS::NAS::AccessGroup': ['AccessGroupName'] }),
    },
    DeleteAccessGroup: write([], (group) => {
      if (uses(state, group) > 0) throw new ApiError(400, 'InvalidAccessGroup.StillInUse', 'It is still in use.');
      state.accessGroups.delete(groupKey(group.FileSystemType, group.AccessGroupName));
      return {};
    }),
    DescribeAccessRules: {
      rw: 'Read',
      required: ['AccessGroupName'],
      run: (call) => {
        const { AccessGroupName, FileSystemType, Rules } = groupNamed(state, call);
        const { items, counts } = numberedPage(call.params, Rules, { usual: 10, most: 100 });
        const AccessRule = items.map((rule) => ({ ...rule, AccessGroupName, FileSystemType }));
        return { AccessRules: { AccessRule }, ...counts };
      },
    },
    CreateAccessRule: write(['SourceCidrIp'], (group, call) => {
      const AccessRuleId = String(Math.max(0, ...group.Rules.map((rule) => Number(rule.AccessRuleId))) + 1);
      const usual = { SourceCidrIp: '', RWAccess: 'RDWR', UserAccess: 'no_squash', Priority: 1 };
      put({ ...group, Rules: [...group.Rules, said({ AccessRuleId, ...usual }, call)] });
      return { AccessRuleId };
    }),
    ModifyAccessRule: write(['AccessRuleId'], (group, call) => {
      const rule = ruleIn(group, call);
      put({ ...group, Rules: group.Rules.map((one) => (one === rule ? said(rule, call) : one)) });
      return {};
    }),
    DeleteAccessRule: write(['AccessRuleId'], (group, call) => {
      const rule = ruleIn(group, call);
      put({ ...group, Rules: group.Rules.filter((one) => one !== rule) });
      return {};
    }),
  };
}

function ruleIn({ Rules }: AccessGroup, { params }: Call): AccessRule {
  const id = mandatory(params, 'AccessRuleId');
  const found = Rules.find(({ AccessRuleId }) => AccessRuleId === id);
  if (found === undefined) throw new ApiError(404, 'InvalidAccessRule.NotFound', 'The access rule does not exist.');
  return found;
}

/** Calls write `RWAccessType` and `UserAccessType`, answers `RWAccess` and `UserAccess`. */
function said(rule: AccessRule, { params }: Call): AccessRule {
  return {
    ...rule,
    SourceCidrIp: text(params, 'SourceCidrIp') ?? rule.SourceCidrIp,
    RWAccess: text(params, 'RWAccessType') ?? rule.RWAccess,
    UserAccess: text(params, 'UserAccessType') ?? rule.UserAccess,
    Priority: integer(params, 'Priority') ?? rule.Priority,
  };
}
