import type { Policy } from '../ram-policy.ts';
import { accountTemplate } from './account.ts';
import { memberTemplate } from './member.ts';
import { regionTemplate } from './region.ts';
import type { Template } from './template.ts';

/** Every template under the name of its file in infra/ros. */
export function templates(reads: Policy, filter: object): Readonly<Record<string, Template>> {
  return {
    'account.json': accountTemplate(reads),
    'member.json': memberTemplate(reads),
    'region.json': regionTemplate(filter),
  };
}
