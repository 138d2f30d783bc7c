import { textOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { numberedPage, tokenPage } from '../pages.ts';
import { flag, given, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { carries, tagsIn } from '../tags.ts';
import { toSecond } from '../times.ts';
import { aSecurityGroup } from './firewall-defaults.ts';
import { groupIn, groupToChange, isAmong, isMet, refuseDryRun } from './find.ts';
import { permissionAnswer } from './permissions.ts';
import type { EcsState } from './state.ts';
import type { SecurityGroup } from './firewall.ts';

/** Security groups themselves; their rules stand in security-group-rules.ts, their members in memberships.ts. */
export function securityGroupOperations(state: EcsState): Readonly<Record<string, Operation>> {
  const write = (run: (group: SecurityGroup, call: Call) => Answer, ...required: readonly string[]): Operation => ({
    rw: 'Write',
    required: ['SecurityGroupId', ...required],
    run: (call) => run(groupToChange(state, call), call),
    references: references({ 'ACS::ECS::SecurityGroup': ['SecurityGroupId'] }),
  });
  const put = (group: SecurityGroup): Answer => {
    state.securityGroups.set(group.SecurityGroupId, group);
    return {};
  };
  return {
    CreateSecurityGroup: {
      rw: 'Write',
      run: (call) => create(state, call),
      references: references({ 'ACS::ECS::SecurityGroup': ['answer.SecurityGroupId'] }),
    },
    DeleteSecurityGroup: write((group) => remove(state, group)),
    ModifySecurityGroupAttribute: write((group, { params }) =>
      put({ ...group, ...given(params, { SecurityGroupName: text, Description: text }) }),
    ),
    ModifySecurityGroupPolicy: write(
      (group, { params }) => put({ ...group, ...given(params, { InnerAccessPolicy: oneOf('Accept', 'Drop') }) }),
      'InnerAccessPolicy',
    ),
    DescribeSecurityGroups: { rw: 'Read', run: (call) => list(state, call) },
    DescribeSecurityGroupAttribute: {
      rw: 'Read',
      required: ['SecurityGroupId'],
      run: (call) => describe(state, call),
    },
    DescribeSecurityGroupReferences: {
      rw: 'Read',
      required: ['SecurityGroupId'],
      run: ({ params, region }) => {
        const { SecurityGroupId } = groupIn(state, mandatory(params, 'SecurityGroupId'), region);
        const ReferencingSecurityGroup = referring(state, SecurityGroupId).map((id) => ({ SecurityGroupId: id }));
        const SecurityGroupReference = [
          { SecurityGroupId, ReferencingSecurityGroups: { ReferencingSecurityGroup } },
        ].filter(() => ReferencingSecurityGroup.length > 0);
        return { SecurityGroupReferences: { SecurityGroupReference } };
      },
    },
  };
}

function create(state: EcsState, { params, region, now }: Call): Answer {
  const SecurityGroupId = newId('sg');
  const said = given(params, {
    SecurityGroupName: text,
    Description: text,
    SecurityGroupType: oneOf('normal', 'enterprise'),
    ResourceGroupId: text,
    ServiceManaged: flag,
  });
  const group = aSecurityGroup({
    SecurityGroupId,
    RegionId: region,
    VpcId: text(params, 'VpcId') ?? '',
    InnerAccessPolicy: said.SecurityGroupType === 'enterprise' ? 'Drop' : 'Accept',
    ...said,
    CreationTime: toSecond(now),
    Tags: tagsIn(params, 'Tag'),
  });
  state.securityGroups.set(SecurityGroupId, group);
  return { SecurityGroupId };
}

/** A group that somebody is in, or that another group's rule names, stays. */
function remove(state: EcsState, { SecurityGroupId }: SecurityGroup): Answer {
  const hasMembers = [...state.instances.values(), ...state.networkInterfaces.values()].some((each) =>
    each.SecurityGroupIds.includes(SecurityGroupId),
  );
  if (hasMembers) {
    const message = 'There is still instance(s) in the specified security group.';
    throw new ApiError(403, 'DependencyViolation', message);
  }
  if (referring(state, SecurityGroupId).length > 0) {
    const message = 'The specified security group has been authorized in another one.';
    throw new ApiError(403, 'DependencyViolation', message);
  }
  state.securityGroups.delete(SecurityGroupId);
  return {};
}

function referring(state: EcsState, group: string): readonly string[] {
  return [...state.securityGroups.values()]
    .filter((each) => each.SecurityGroupId !== group)
    .filter((each) => each.Permissions.some((rule) => rule.SourceGroupId === group || rule.DestGroupId === group))
    .map((each) => each.SecurityGroupId);
}

function list(state: EcsState, { params, region }: Call): Answer {
  const found = [...state.securityGroups.values()].filter(
    (group) =>
      group.RegionId === region &&
      isAmong(params, 'SecurityGroupIds', group.SecurityGroupId) &&
      FILTERS.every((name) => isMet(params, name, group[name])) &&
      carries(group.Tags, tagsIn(params, 'Tag')),
  );
  refuseDryRun(params);
  const row = (group: SecurityGroup): Answer => groupRow(state, group);
  const common = { RegionId: region, TotalCount: found.length };
  if (textOf(params, 'MaxResults') !== undefined || textOf(params, 'NextToken') !== undefined) {
    const { items, NextToken } = tokenPage(params, found, { usual: 10, least: 10, most: 100 });
    return { ...common, SecurityGroups: { SecurityGroup: items.map(row) }, NextToken };
  }
  const { items, counts } = numberedPage(params, found, { usual: 10, most: 100 });
  return { ...common, ...counts, SecurityGroups: { SecurityGroup: items.map(row) }, NextToken: '' };
}

const FILTERS = ['SecurityGroupId', 'SecurityGroupName', 'VpcId', 'SecurityGroupType', 'ResourceGroupId'] as const;

function groupRow(state: EcsState, group: SecurityGroup): Answer {
  const { SecurityGroupId, SecurityGroupName, Description, VpcId, SecurityGroupType, CreationTime } = group;
  return {
    SecurityGroupId,
    SecurityGroupName,
    Description,
    VpcId,
    SecurityGroupType,
    CreationTime,
    ResourceGroupId: group.ResourceGroupId,
    ServiceManaged: group.ServiceManaged,
    EcsCount: membersOf(state, SecurityGroupId),
    RuleCount: group.Permissions.length,
    Tags: { Tag: group.Tags },
  };
}

function membersOf(state: EcsState, group: string): number {
  return [...state.instances.values()].filter((each) => each.SecurityGroupIds.includes(group)).length;
}

function describe(state: EcsState, { params, region }: Call): Answer {
  const group = groupIn(state, mandatory(params, 'SecurityGroupId'), region);
  const direction = oneOf('ingress', 'egress', 'all')(params, 'Direction') ?? 'all';
  const rules = group.Permissions.filter((each) => direction === 'all' || each.Direction === direction);
  const { items, NextToken } = tokenPage(params, rules, { usual: 500, most: 1000 });
  const { SecurityGroupId, SecurityGroupName, Description, RegionId, VpcId, InnerAccessPolicy } = group;
  return {
    SecurityGroupId,
    SecurityGroupName,
    Description,
    RegionId,
    VpcId,
    InnerAccessPolicy,
    Permissions: { Permission: items.map((each) => permissionAnswer(state, each)) },
    NextToken,
  };
}
