import { describe, expect, it } from 'vitest';
import {
  anAlb,
  anAlbAcl,
  anAlbListener,
  anAlbRule,
  anAlbServerGroup,
} from '../../../../infra/local/cloud/alb/defaults.ts';
import { albProduct } from '../../../../infra/local/cloud/alb/product.ts';
import { createAlbState } from '../../../../infra/local/cloud/alb/state.ts';
import { asking, refusalOf } from './ask.ts';

const VPC = { RegionId: 'cn-hangzhou', VpcId: 'vpc-1' };
const LB = { LoadBalancerId: 'alb-1' };
const LISTENER = { ListenerId: 'lsn-1' };
const forwardTo = (ServerGroupId: string) => ({
  Type: 'ForwardGroup',
  ForwardGroupConfig: { ServerGroupTuples: [{ ServerGroupId }] },
});

function account() {
  const alb = createAlbState();
  alb.loadBalancers.set('alb-1', anAlb({ ...VPC, ...LB }));
  for (const ServerGroupId of ['sgp-1', 'sgp-2']) {
    alb.serverGroups.set(ServerGroupId, anAlbServerGroup({ ...VPC, ServerGroupId }));
  }
  const AclEntries = [{ Entry: '10.0.0.0/8', Description: 'inner' }];
  for (const AclId of ['acl-1', 'acl-2']) alb.acls.set(AclId, anAlbAcl({ RegionId: 'cn-hangzhou', AclId, AclEntries }));
  alb.listeners.set(
    'lsn-1',
    anAlbListener({ ...LB, ...LISTENER, ListenerPort: 80, DefaultActions: [forwardTo('sgp-1')] }),
  );
  alb.rules.set('rule-1', anAlbRule({ ...LISTENER, RuleId: 'rule-1', RuleActions: [forwardTo('sgp-2')] }));
  return { alb, ask: asking(albProduct(alb)) };
}

describe('a listener of an Application Load Balancer', () => {
  it('tells its access control lists by itself, and the listing does not', () => {
    const { ask } = account();

    ask('AssociateAclsWithListener', { ...LISTENER, AclIds: ['acl-1'], AclType: 'White' });

    expect(ask('GetListenerAttribute', LISTENER)['AclConfig']).toEqual({
      AclType: 'White',
      AclRelations: [{ AclId: 'acl-1', Status: 'Associated' }],
    });
    expect(ask('ListListeners')['Listeners']).toMatchObject([{ ListenerId: 'lsn-1' }]);
    expect(JSON.stringify(ask('ListListeners'))).not.toContain('acl-1');
    expect(ask('ListAclRelations', { AclIds: ['acl-1'] })['AclRelations']).toMatchObject([
      { AclId: 'acl-1', RelatedListeners: [{ LoadBalancerId: 'alb-1' }] },
    ]);
  });

  it('has lists of one type only', () => {
    const { ask } = account();
    ask('AssociateAclsWithListener', { ...LISTENER, AclIds: ['acl-1'], AclType: 'White' });

    expect(
      refusalOf(() => ask('AssociateAclsWithListener', { ...LISTENER, AclIds: ['acl-2'], AclType: 'Black' })),
    ).toBe('400 Mismatch.AclType');
    expect(refusalOf(() => ask('DeleteAcl', { AclId: 'acl-1' }))).toBe('400 ResourceInUse.Acl');
  });

  it('takes its rules with it when it is deleted', () => {
    const { ask } = account();

    ask('DeleteListener', LISTENER);

    expect(ask('ListRules', { RuleIds: ['rule-1'] })['Rules']).toEqual([]);
  });
});

describe('a server group of Application Load Balancers', () => {
  it('is in use where a listener or a rule leads to it', () => {
    const { ask } = account();
    const related = (id: string): unknown => ask('ListServerGroups', { ServerGroupIds: [id] })['ServerGroups'];

    expect(related('sgp-1')).toMatchObject([{ RelatedLoadBalancerIds: ['alb-1'] }]);
    expect(related('sgp-2')).toMatchObject([{ RelatedLoadBalancerIds: ['alb-1'] }]);

    ask('DeleteRule', { RuleId: 'rule-1' });

    expect(related('sgp-2')).toMatchObject([{ RelatedLoadBalancerIds: [] }]);
  });

  it('takes structures flat as they travel, numbers and switches as such', () => {
    const { ask } = account();

    ask('UpdateServerGroupAttribute', {
      ServerGroupId: 'sgp-1',
      StickySessionConfig: { StickySessionEnabled: true, CookieTimeout: 60 },
    });

    expect(ask('ListServerGroups', { ServerGroupIds: ['sgp-1'] })['ServerGroups']).toMatchObject([
      { StickySessionConfig: { StickySessionEnabled: true, CookieTimeout: 60 } },
    ]);
  });
});

describe('a rule of a listener', () => {
  it('is changed in part, several at once', () => {
    const { ask } = account();
    const { RuleIds } = ask('CreateRules', {
      ...LISTENER,
      Rules: [{ RuleName: 'new', Priority: 2, RuleActions: [forwardTo('sgp-1')], RuleConditions: [] }],
    });
    const [made] = RuleIds as readonly { readonly RuleId: string }[];

    ask('UpdateRulesAttribute', {
      Rules: [
        { RuleId: 'rule-1', Priority: 5 },
        { RuleId: made?.RuleId, RuleName: 'old' },
      ],
    });

    expect(ask('ListRules', { LoadBalancerIds: ['alb-1'] })['Rules']).toMatchObject([
      { RuleId: 'rule-1', Priority: 5, RuleActions: [forwardTo('sgp-2')] },
      { RuleName: 'old', Priority: 2, RuleActions: [forwardTo('sgp-1')] },
    ]);
  });
});
