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

  it('tells a dry run from a harmless call', () => {
    expect(screened('Ecs', 'DeleteInstances', { 'InstanceId.1': 'i-1', DryRun: 'true' })).toBe('dry-run');
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
