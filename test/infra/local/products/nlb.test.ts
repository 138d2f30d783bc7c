import { describe, expect, it } from 'vitest';
import { aServer } from '../../../../infra/local/cloud/load-balancers/servers.ts';
import { anNlb, anNlbListener, anNlbServerGroup } from '../../../../infra/local/cloud/nlb/defaults.ts';
import { nlbProduct } from '../../../../infra/local/cloud/nlb/product.ts';
import { createNlbState } from '../../../../infra/local/cloud/nlb/state.ts';
import { asking, NOW, referencesOf, refusalOf } from './ask.ts';

const VPC = { RegionId: 'cn-hangzhou', VpcId: 'vpc-1' };
const LB = { LoadBalancerId: 'nlb-1' };
const GROUP = { ServerGroupId: 'sgp-1' };
const LISTENER = { ListenerId: 'lsn-1@6443' };

function account() {
  const nlb = createNlbState();
  nlb.loadBalancers.set('nlb-1', anNlb({ ...VPC, ...LB, Tags: [{ TagKey: 'ack.aliyun.com', TagValue: 'c1' }] }));
  nlb.serverGroups.set(
    'sgp-1',
    anNlbServerGroup({ ...VPC, ...GROUP, Servers: [aServer({ ServerId: 'i-1', Port: 80 })] }),
  );
  nlb.listeners.set('lsn-1@6443', anNlbListener({ ...LB, ...GROUP, ...LISTENER, ListenerPort: 6443 }));
  const product = nlbProduct(nlb);
  return { nlb, product, ask: asking(product) };
}

describe('a Network Load Balancer', () => {
  it('is listed by its id, with a token where there are more', () => {
    const { nlb, ask } = account();
    nlb.loadBalancers.set('nlb-2', anNlb({ ...VPC, LoadBalancerId: 'nlb-2' }));

    const first = ask('ListLoadBalancers', { MaxResults: 1 });
    const second = ask('ListLoadBalancers', { MaxResults: 1, NextToken: first['NextToken'] });

    expect([first, second].map((page) => page['LoadBalancers'])).toMatchObject([
      [{ LoadBalancerId: 'nlb-1', Tags: [{ Key: 'ack.aliyun.com', Value: 'c1' }] }],
      [{ LoadBalancerId: 'nlb-2' }],
    ]);
    expect(second['NextToken']).toBe('');
    expect(ask('ListLoadBalancers', { LoadBalancerIds: ['nlb-2'] })['TotalCount']).toBe(1);
  });

  it('is not deleted while its protection is on', () => {
    const { ask } = account();
    ask('UpdateLoadBalancerProtection', { ...LB, DeletionProtectionEnabled: true });

    expect(refusalOf(() => ask('DeleteLoadBalancer', LB))).toBe('400 OperationDenied.DeletionProtection');
    ask('UpdateLoadBalancerProtection', { ...LB, DeletionProtectionEnabled: false });
    ask('DeleteLoadBalancer', LB);
    expect(refusalOf(() => ask('GetLoadBalancerAttribute', LB))).toBe('404 ResourceNotFound.loadbalancer');
    expect(refusalOf(() => ask('GetListenerAttribute', LISTENER))).toBe('404 ResourceNotFound.listener');
  });

  it('answers with the id of a job, and shows what it did when the job is done', () => {
    const { nlb, ask } = account();
    nlb.jobs.delayMs = 60_000;

    expect(ask('StopListener', LISTENER)).toMatchObject({ JobId: expect.any(String) as string });

    const at = (seconds: number) => ({ now: new Date(NOW.getTime() + seconds * 1_000) });
    expect(ask('GetListenerAttribute', LISTENER, at(59))['ListenerStatus']).toBe('Running');
    expect(ask('GetListenerAttribute', LISTENER, at(60))['ListenerStatus']).toBe('Stopped');
  });

  it('answers its own id spelled as only this product spells it', () => {
    const { product, ask } = account();
    const params = { VpcId: 'vpc-1', AddressType: 'Intranet', ZoneMappings: [{ ZoneId: 'z', VSwitchId: 'vsw-1' }] };

    const answer = ask('CreateLoadBalancer', params);

    const id = answer['LoadbalancerId'];
    expect(id).toMatch(/^nlb-/u);
    expect(referencesOf(product, 'CreateLoadBalancer', params, answer)).toEqual({ 'ACS::NLB::LoadBalancer': [id] });
  });
});

describe('a server group of Network Load Balancers', () => {
  it('says on which load balancers it is, and is not deleted while it is on one', () => {
    const { ask } = account();

    expect(ask('ListServerGroups', { ServerGroupIds: ['sgp-1'] })['ServerGroups']).toMatchObject([
      { RelatedLoadBalancerIds: ['nlb-1'], ServerCount: 1 },
    ]);
    expect(refusalOf(() => ask('DeleteServerGroup', GROUP))).toBe('400 ResourceInUse.serverGroup');
  });

  it('takes servers in and out by id and port', () => {
    const { ask } = account();
    ask('AddServersToServerGroup', { ...GROUP, Servers: [{ ServerId: 'i-1', Port: 81 }] });
    ask('RemoveServersFromServerGroup', { ...GROUP, Servers: [{ ServerId: 'i-1', Port: 80 }] });

    expect(ask('ListServerGroupServers', GROUP)['Servers']).toMatchObject([{ ServerId: 'i-1', Port: 81, Weight: 100 }]);
    expect(
      refusalOf(() => ask('RemoveServersFromServerGroup', { ...GROUP, Servers: [{ ServerId: 'i-9', Port: 80 }] })),
    ).toBe('404 ResourceNotFound.BackendServer');
  });

  it('keeps what a call does not say of its health check', () => {
    const { ask } = account();

    ask('UpdateServerGroupAttribute', { ...GROUP, HealthCheckConfig: { HealthCheckInterval: 50 } });

    expect(ask('ListServerGroups')['ServerGroups']).toMatchObject([
      { HealthCheck: { HealthCheckInterval: 50, HealthCheckEnabled: true } },
    ]);
  });
});
