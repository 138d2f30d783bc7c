import { describe, expect, it } from 'vitest';
import { decode } from '../../shared/sources/actiontrail/decode.ts';
import { screen } from '../../shared/steps/screen.ts';
import { anEnvelope } from '../support/event.ts';

function screened(serviceName: string, eventName: string, requestParameters: object, more: object = {}) {
  const [first] = decode(anEnvelope({ serviceName, eventName, requestParameters, ...more }), new Date());
  if (first?.kind !== 'event') throw new Error('not an event');
  const answer = screen(first.event);
  return 'reason' in answer ? answer.reason : answer.map(({ ref }) => `${ref.kind} ${ref.id}`);
}

describe('screen', () => {
  it.each([
    [
      'Slb',
      'SetLoadBalancerTCPListenerAttribute',
      { LoadBalancerId: 'lb-1', ListenerPort: 6443 },
      ['slb.listener lb-1/6443'],
    ],
    [
      'slb',
      'STOPLOADBALANCERLISTENER',
      { loadbalancerid: 'lb-1', listenerport: '80', listenerprotocol: 'TCP' },
      ['slb.listener lb-1/80/tcp'],
    ],
    [
      'Ecs',
      'DeleteInstances',
      { 'InstanceId.1': 'i-1', 'InstanceId.2': 'i-2' },
      ['ecs.instance i-1', 'ecs.instance i-2'],
    ],
    ['Ess', 'RemoveInstances', { InstanceIds: '["i-1"]' }, ['ecs.instance i-1']],
    ['Tag', 'UntagResources', { 'ResourceARN.1': 'acs:slb:cn-hangzhou:1:instance/lb-1' }, ['slb.load-balancer lb-1']],
  ])('%s:%s touches what its parameters name', (service, action, params, touched) => {
    expect(screened(service, action, params)).toEqual(touched);
  });

  it('takes the ids of an order-page event from the resources it names', () => {
    const referencedResources = { 'ACS::ECS::Instance': ['i-1', 'i-2'] };

    expect(screened('Ecs', 'Release', {}, { referencedResources })).toEqual(['ecs.instance i-1', 'ecs.instance i-2']);
  });

  it('reads the id of a new resource from the answer', () => {
    const responseElements = { InstanceIdSets: { InstanceIdSet: ['i-9'] } };

    expect(screened('Ecs', 'RunInstances', {}, { responseElements })).toEqual(['ecs.instance i-9']);
  });

  it('takes an unknown write of a load balancer for what it is', () => {
    expect(screened('Slb', 'SetSomethingNew', { LoadBalancerId: 'lb-1' })).toEqual(['slb.load-balancer lb-1']);
  });

  it.each([
    ['another product', 'Rds', 'DeleteDBInstance', { DBInstanceId: 'x' }],
    ['a cancelled release', 'Ecs', 'ModifyInstanceAutoReleaseTime', { InstanceId: 'i-1' }],
    ['an ignored call', 'Slb', 'UploadServerCertificate', { LoadBalancerId: 'lb-1' }],
  ])('ends %s as not risky', (_, service, action, params) => {
    expect(screened(service, action, params)).toBe('not-risky');
  });

  it.each([
    ['Ecs', 'DeleteInstances', { 'InstanceId.1': 'i-1', DryRun: 'true' }],
    ['ECS', 'deleteinstances', { 'instanceid.1': 'i-1', dryrun: true }],
    ['Alb', 'DeleteLoadBalancer', { LoadBalancerId: 'alb-1', DryRun: true }],
    ['Nlb', 'DeleteListener', { ListenerId: 'lsn-1', DryRun: 'True' }],
    ['Vpc', 'DeleteRouteEntry', { RouteTableId: 'vtb-1', DryRun: 'true' }],
  ])('tells a dry run of %s:%s from a harmless call', (service, action, params) => {
    expect(screened(service, action, params)).toBe('dry-run');
  });

  it.each([
    ['a product that knows none', 'Slb', 'DeleteLoadBalancer', { LoadBalancerId: 'lb-1', DryRun: 'true' }, 'lb-1'],
    ['a call that knows none', 'Ecs', 'LeaveSecurityGroup', { InstanceId: 'i-1', DryRun: 'true' }, 'i-1'],
    ['the few of its product', 'Alb', 'TagResources', { 'ResourceId.1': 'alb-1', DryRun: 'true' }, 'alb-1'],
    ['another spelling beside', 'Ecs', 'DeleteInstance', { InstanceId: 'i-1', dryrun: 'true' }, 'i-1'],
    ['a decoy beside', 'Ecs', 'DeleteInstance', { InstanceId: 'i-1', dryrun: 'true', DryRun: 'false' }, 'i-1'],
  ])('takes the parameter of %s for nothing', (_, service, action, params, id) => {
    expect(screened(service, action, params)).toContainEqual(expect.stringContaining(id));
  });

  it('believes the cloud that a call was a dry run', () => {
    const refused = { errorCode: 'DryRunOperation' };

    expect(screened('Slb', 'DeleteLoadBalancer', { LoadBalancerId: 'lb-1' }, refused)).toBe('dry-run');
  });

  it.each([
    [{ loadbalancerid: 'lb-decoy', LoadBalancerId: 'lb-real' }],
    [{ LoadBalancerId: 'lb-real', load_balancer_id: 'lb-decoy' }],
    [{ Load_Balancer_Id: 'lb-decoy', loadbalancerid: 'lb-real' }],
  ])('lets no spelling of an id hide another: %j', (params) => {
    expect(screened('Slb', 'DeleteLoadBalancer', params)).toEqual(
      expect.arrayContaining(['slb.load-balancer lb-real', 'slb.load-balancer lb-decoy']),
    );
    expect(screened('Slb', 'SetLoadBalancerTCPListenerAttribute', { ...params, ListenerPort: 80 })).toEqual(
      expect.arrayContaining(['slb.listener lb-real/80', 'slb.listener lb-decoy/80']),
    );
  });

  it.each([
    ['JSON text', JSON.stringify({ LoadBalancerId: 'lb-1' }), ['slb.load-balancer lb-1']],
    ['an array', [1, 2], 'ownership-unknown'],
    ['other text', 'LoadBalancerId=lb-1', 'ownership-unknown'],
    ['an object for an id', { LoadBalancerId: { a: 1 } }, 'ownership-unknown'],
    ['none', undefined, 'ownership-unknown'],
  ])('never takes a risky call for harmless because its parameters are %s', (_, requestParameters, answer) => {
    expect(screened('Slb', 'DeleteLoadBalancer', {}, { requestParameters })).toEqual(answer);
  });

  it('knows not whether a call is harmless whose conditions cannot be read', () => {
    const unread = { requestParameters: 'AutoReleaseTime=2026-11-25' };

    expect(screened('Ecs', 'ModifyInstanceAutoReleaseTime', {}, unread)).toBe('ownership-unknown');
    expect(screened('Ecs', 'ModifyInstanceAutoReleaseTime', { InstanceId: { a: 1 } })).toBe('not-risky');
  });

  it.each([
    ['was refused', 'Slb', 'DeleteLoadBalancer', {}, { errorCode: 'MissingParameter' }],
    ['names resources of other kinds', 'Ecs', 'TagResources', { ResourceType: 'image', 'ResourceId.1': 'm-1' }, {}],
    ['only creates', 'Slb', 'CreateLoadBalancer', {}, {}],
    ['is in no table but by the fallback', 'Slb', 'SetSomethingNew', { Name: 'x' }, {}],
  ])('holds no call that names nothing where it %s', (_, service, action, params, more) => {
    expect(screened(service, action, params, more)).toBe('not-risky');
  });

  it('takes 10,000 resources of one record in less than a second', () => {
    const params = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`InstanceId.${index + 1}`, `i-${index}`]),
    );
    const start = performance.now();

    expect(screened('Ecs', 'DeleteInstances', params)).toHaveLength(10_000);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
