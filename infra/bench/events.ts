/**
 * The mix: of ten events six are in no table, three are in it, one is a known call whose parameters make it harmless.
 * Each is about 900 bytes in its envelope, as EventBridge would push it.
 */
const OPERATIONS = [
  ...Array.from({ length: 6 }, (_, index) => ['Rds', `Modify${index}`, {}] as const),
  ['Slb', 'SetLoadBalancerTCPListenerAttribute', { LoadBalancerId: 'lb-1', ListenerPort: 6443 }] as const,
  ['Ecs', 'DeleteInstances', { 'InstanceId.1': 'i-1', 'InstanceId.2': 'i-2' }] as const,
  ['Ess', 'ModifyScalingGroup', { ScalingGroupId: 'asg-1', MaxSize: '10' }] as const,
  ['Ecs', 'ModifyInstanceAutoReleaseTime', { InstanceId: 'i-1' }] as const,
];

/** Events of the mix as JSON text. */
export function mixedEvents(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const [service, action, params] = OPERATIONS[index % OPERATIONS.length] ?? ['Rds', 'Modify', {}];
    return anEvent(`51D55867-8194-5C55-8F33-${index}`, service, action, params);
  });
}

/** One event as JSON text; by alice, a RAM user, unless said otherwise. */
export function anEvent(
  eventId: string,
  serviceName: string,
  eventName: string,
  params: Readonly<Record<string, unknown>>,
  userIdentity: Readonly<Record<string, unknown>> = { type: 'ram-user', userName: 'alice' },
): string {
  return JSON.stringify({
    id: `e-${eventId}`,
    source: 'acs.test',
    specversion: '1.0',
    type: 'test:ActionTrail:ApiCall',
    aliyunaccountid: '1234567890123456',
    aliyunregionid: 'cn-hangzhou',
    data: {
      eventId,
      eventVersion: 1,
      eventName,
      serviceName,
      eventTime: '2026-11-24T08:00:00Z',
      eventRW: 'Write',
      acsRegion: 'cn-hangzhou',
      apiVersion: '2014-05-26',
      eventSource: 'ecs.aliyuncs.com',
      sourceIpAddress: '192.0.2.1',
      userAgent: 'AlibabaCloud (Linux; amd64) Node.js/v20 Core/1.0.1',
      requestParameters: { RegionId: 'cn-hangzhou', AcsProduct: serviceName, charset: 'UTF-8', ...params },
      responseElements: { RequestId: eventId },
      referencedResources: { 'ACS::ECS::Instance': ['i-1'] },
      userIdentity: {
        accountId: '1234567890123456',
        principalId: '234567890123456789',
        sessionContext: { attributes: { mfaAuthenticated: 'true', creationDate: '2026-11-24T07:00:00Z' } },
        ...userIdentity,
      },
    },
  });
}
