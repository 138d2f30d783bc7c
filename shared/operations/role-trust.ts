import type { Touch } from '../model/operation.ts';
import { ADJACENT, type on } from './touch.ts';

const trust = 'NewAssumeRolePolicyDocument';

/** An update of a role: who may take it on is one thing, its description and session length another. */
export function updatedRole(role: ReturnType<typeof on>): readonly Touch[] {
  return [
    role('trust-changed', { value: [trust], when: { present: trust } }),
    role('permission-changed', { ...ADJACENT, value: ['NewMaxSessionDuration'], when: { not: { present: trust } } }),
  ];
}
