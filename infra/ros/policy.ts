import type { RosRole } from '@alicloud/ros-cdk-ram';
import type { Policy } from '../ram-policy.ts';

/** A policy as the toolkit wants it spelled. */
export function documentOf({ Version, Statement }: Policy): RosRole.PolicyDocumentProperty {
  return {
    version: Version,
    statement: Statement.map(({ Effect, Action, Resource }) => ({
      effect: Effect,
      action: [...Action],
      resource: [Resource],
    })),
  };
}
