import type { Condition } from '../../model/operation.ts';

/** Tags by which ACK finds its instances, security groups and disks. */
const KEYS = [
  'ack.aliyun.com',
  'ack.alibabacloud.com/nodepool-id',
  'k8s.aliyun.com',
  'k8s.io/cluster-autoscaler',
  'createdby',
];

/** A tag call that sets or takes off one of these; taking off all of them is one too. */
export const TOUCHES_ACK_TAG: Condition = {
  any: [{ oneOf: ['Tag.Key', KEYS] }, { oneOf: ['TagKey', KEYS] }, { equals: ['All', 'true'] }],
};

/** The kind of thing that a tag call names. */
export function ofType(type: string): Condition {
  return { equals: ['ResourceType', type] };
}
