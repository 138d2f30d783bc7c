import { listOf, type Params } from '../../../../shared/model/params.ts';

/** What joining and leaving make of the security groups of a load balancer. */
export const joined = (old: readonly string[], params: Params): readonly string[] => [
  ...new Set([...old, ...listOf(params, 'SecurityGroupIds')]),
];

export const left = (old: readonly string[], params: Params): readonly string[] =>
  old.filter((id) => !listOf(params, 'SecurityGroupIds').includes(id));
