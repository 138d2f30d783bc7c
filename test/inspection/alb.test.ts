import { describe, expect, it } from 'vitest';
import { albServerGroup } from '../../shared/inspection/readers/alb-server-group.ts';
import { albListener } from '../../shared/inspection/readers/alb-listener.ts';
import { albRule } from '../../shared/inspection/readers/alb-rule.ts';
import { plain } from '../../shared/inspection/structures.ts';
import { zoneChanges } from '../../shared/inspection/zones.ts';
import { aCall } from './a-call.ts';

const RULE = {
  ListenerId: 'lsn-80',
  RuleName: 'rule-80-1',
  Direction: 'Request',
  Priority: 1,
  RuleActions: [{ Type: 'ForwardGroup', Order: '1' }],
};

describe('what a call on an Application Load Balancer asks for', () => {
  it('is the same however its structures are written', () => {
    const tuples = [{ ServerGroupId: 'sgp-1', Weight: 100 }];
    const flat = { 'ForwardGroupConfig.ServerGroupTuples.1.ServerGroupId': 'sgp-1', Type: 'ForwardGroup' };
    const nested = { Type: 'ForwardGroup', ForwardGroupConfig: { ServerGroupTuples: tuples } };

    expect(plain([{ ...flat, 'ForwardGroupConfig.ServerGroupTuples.1.Weight': '100' }])).toEqual(plain([nested]));
  });

  it('of several rules is told for each of them', () => {
    const event = aCall('Alb:UpdateRulesAttribute', {
      'Rules.1.RuleId': 'rule-1',
      'Rules.1.Priority': '7',
      'Rules.2.RuleId': 'rule-2',
      'Rules.2.RuleActions.1.Type': 'FixedResponse',
    });

    expect(albRule.predict?.(event, 'rule-1', RULE)).toEqual({ ...RULE, Priority: 7 });
    expect(albRule.predict?.(event, 'rule-2', RULE)).toEqual({ ...RULE, RuleActions: [{ Type: 'FixedResponse' }] });
    expect(albRule.predict?.(event, 'rule-3', RULE)).toBeUndefined();
  });

  it('is unknown where it says something that is not read', () => {
    const event = aCall('Alb:UpdateServerGroupAttribute', { ServerGroupId: 'sgp-1', SomethingNew: 'x' });

    expect(albServerGroup.predict?.(event, 'sgp-1', { Scheduler: 'wrr', Servers: [] })).toBeUndefined();
  });

  it('leaves no trace of a switch that is off', () => {
    const event = aCall('Alb:UpdateServerGroupAttribute', {
      ServerGroupId: 'sgp-1',
      'StickySessionConfig.StickySessionEnabled': 'false',
    });
    const before = { StickySessionConfig: { StickySessionEnabled: true, CookieTimeout: 60 }, Servers: [] };

    expect(albServerGroup.predict?.(event, 'sgp-1', before)).toEqual({
      StickySessionConfig: { StickySessionEnabled: false },
      Servers: [],
    });
  });
});

describe('the commands that put an Application Load Balancer back', () => {
  it('take lists of the other type off before they put the right ones on', () => {
    const undo = { id: 'lsn-80', region: 'r' };
    const remedy = albListener.restore({
      ...undo,
      present: { AclType: 'Black', AclIds: ['acl-1'] },
      wanted: { AclType: 'White', AclIds: ['acl-1', 'acl-2'] },
    });

    expect(remedy).toMatchObject({
      commands: [
        'aliyun alb DissociateAclsFromListener --RegionId r --ListenerId lsn-80 --AclIds.1 acl-1',
        'aliyun alb AssociateAclsWithListener --RegionId r --ListenerId lsn-80 --AclIds.1 acl-1 --AclIds.2 acl-2 --AclType White',
      ],
    });
  });

  it('turn traffic back into a zone, or name all zones where one is gone', () => {
    const zone = (ZoneId: string, Status = 'active') => ({ ZoneId, VSwitchId: `vsw-${ZoneId}`, Status });
    const wanted = { ZoneMappings: [zone('h'), zone('i')] };

    expect(zoneChanges({ ZoneMappings: [zone('h'), zone('i', 'shifted')] }, wanted)).toEqual({
      all: [],
      open: [{ ZoneId: 'i', VSwitchId: 'vsw-i' }],
      around: [],
    });
    expect(zoneChanges({ ZoneMappings: [zone('h')] }, wanted).all).toHaveLength(2);
  });
});
