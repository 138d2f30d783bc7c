import type { Condition, Touch } from '../model/operation.ts';
import { ADJACENT, type on } from './touch.ts';

/** Tags by which ACK and its controllers find what is theirs, by what they are on. */
export const ACK_TAGS = {
  loadBalancer: [
    'ack.aliyun.com',
    'kubernetes.do.not.delete',
    'kubernetes.reused.by.user',
    'ingress.k8s.alibaba/albconfig',
    'ingress.k8s.alibaba/resource',
  ],
  networkInterface: [
    'ack.aliyun.com',
    'creator',
    'node-name',
    'eni-alloc-policy',
    'k8s_pod_name',
    'k8s_pod_namespace',
    'leni_primary',
    'terway.alibabacloud.com/excluded',
  ],
  other: [
    'ack.aliyun.com',
    'ack.alibabacloud.com/nodepool-id',
    'k8s.aliyun.com',
    'k8s.io/cluster-autoscaler',
    'createdby',
  ],
} as const;

const IS_SAID: Condition = { any: [{ present: 'Tag' }, { present: 'Tags' }, { present: 'TagKey' }] };

/** A tag call that sets or takes off one of these, or all of them, or that does not say which. */
export function touchesTag(keys: readonly string[]): Condition {
  return {
    any: [
      { oneOf: ['Tag.Key', keys] },
      { oneOf: ['Tags.TagKey', keys] },
      { oneOf: ['TagKey', keys] },
      { member: ['Tags', keys] },
      { equals: ['All', 'true'] },
      { not: IS_SAID },
    ],
  };
}

/** Tags of a load balancer: those that ACK put there are the risky ones, anybody's own are next to them. */
export function tagged(loadBalancer: ReturnType<typeof on>, value: readonly string[]): readonly Touch[] {
  const isAcks = touchesTag(ACK_TAGS.loadBalancer);
  return [
    loadBalancer('tags-changed', { value, when: isAcks }),
    loadBalancer('tags-changed', { ...ADJACENT, value, when: { all: [IS_SAID, { not: isAcks }] } }),
  ];
}
