import type { ResourceRef } from '../../model/resource.ts';

/** What the test event is about. */
export interface SmokeTarget {
  readonly eventId: string;
  readonly accountId: string;
  readonly region: string;
  readonly loadBalancer: ResourceRef;
  readonly at: Date;
}

/** Everything of a test event says that it is one, wherever it turns up. */
export const SMOKE_ACTOR = 'ackwatch-smoke-test';

/**
 * A refused attempt to delete the API server's load balancer: ackwatch tells of it, though nothing happened, and leaves
 * nothing open. Wrapped as EventBridge wraps it.
 */
export function smokeEvent({ eventId, accountId, region, loadBalancer, at }: SmokeTarget): object {
  const product = loadBalancer.kind.split('.')[0] ?? 'slb';
  const time = `${at.toISOString().slice(0, 19)}Z`;
  return {
    id: eventId,
    source: `acs.${product}`,
    specversion: '1.0',
    type: `${product}:ActionTrail:ApiCall`,
    time,
    aliyunaccountid: accountId,
    aliyunregionid: region,
    data: {
      eventId,
      eventName: 'DeleteLoadBalancer',
      serviceName: product.slice(0, 1).toUpperCase() + product.slice(1),
      eventTime: time,
      eventType: 'ApiCall',
      eventRW: 'Write',
      acsRegion: region,
      errorCode: 'AckwatchSmokeTest',
      errorMessage: 'A test of ackwatch: nobody tried this, and nothing happened',
      requestParameters: { LoadBalancerId: loadBalancer.id, RegionId: region },
      userIdentity: { type: 'ram-user', userName: SMOKE_ACTOR, accountId },
      userAgent: SMOKE_ACTOR,
      sourceIpAddress: '127.0.0.1',
    },
  };
}
