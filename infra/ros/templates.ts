import type { Policy } from '../ram-policy.ts';
import { accountTemplate } from './account.ts';
import { memberEventsTemplate } from './member-events.ts';
import { memberTemplate } from './member.ts';
import { receiveTemplate } from './receive.ts';
import { regionTemplate } from './region.ts';
import type { Template } from './template.ts';

/** Every template under the name of its file in infra/ros. */
export function templates(reads: Policy, filter: object): Readonly<Record<string, Template>> {
  return {
    'account.json': accountTemplate(reads),
    'member.json': memberTemplate(reads),
    'member-events.json': memberEventsTemplate(filter),
    'receive.json': receiveTemplate(),
    'region.json': regionTemplate(filter),
  };
}
