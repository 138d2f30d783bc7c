import type { Permission } from '../shared/cloud/permissions.ts';

/** The policy of ackwatch's own role: exactly the calls that the code makes. They only read, and lists have no resource-level control. */
export function ramPolicy(permissions: readonly Permission[]): Readonly<Record<string, unknown>> {
  const actions = [...new Set(permissions.map(({ ramAction }) => ramAction))].toSorted();
  return { Version: '1', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] };
}
