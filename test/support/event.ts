/** A CloudEvents envelope around an ActionTrail record, as EventBridge sends it; name only what the test is about. */
export function anEnvelope(record: Record<string, unknown> = {}, envelope: Record<string, unknown> = {}) {
  return {
    id: '45ef4dewdwe1-7c35-447a-bd93-fab****',
    source: 'acs.slb',
    specversion: '1.0',
    type: 'slb:ActionTrail:ApiCall',
    time: '2026-11-24T08:00:05Z',
    aliyunaccountid: '1234567890123456',
    aliyunregionid: 'cn-hangzhou',
    data: {
      eventId: 'E-1',
      eventName: 'SetLoadBalancerTCPListenerAttribute',
      serviceName: 'Slb',
      eventTime: '2026-11-24T08:00:00Z',
      acsRegion: 'cn-hangzhou',
      requestParameters: { LoadBalancerId: 'lb-1', ListenerPort: 6443 },
      userIdentity: { type: 'ram-user', userName: 'alice', accountId: '1234567890123456' },
      ...record,
    },
    ...envelope,
  };
}
