import { describe, expect, it } from 'vitest';
import type { Role } from '../../shared/model/resource.ts';
import { screen } from '../../shared/operations/screen.ts';
import { judge } from '../../shared/rules/judge.ts';
import { aContext } from '../support/judge.ts';
import { EXPECTED_ROWS } from './expected-rows.ts';

/** The roles that a resource of a kind can have, by the beginning of the kind; the first that fits counts. */
const ROLES: readonly (readonly [kind: string, roles: readonly Role[]])[] = [
  ['slb.', ['api-server-load-balancer', 'service-load-balancer']],
  ['ess.', ['scaling-group']],
  ['ecs.security-group', ['node-security-group', 'master-security-group']],
  ['ecs.prefix-list', ['node-security-group', 'master-security-group']],
  ['ecs.port-range-list', ['node-security-group', 'master-security-group']],
  ['ecs.network-interface', ['node-eni', 'pod-eni']],
  ['ecs.eni-', ['pod-eni']],
  ['ecs.', ['node', 'master']],
];

/** Bulk edits of tags by policy: they name no resource, so no owner can be told from the event. */
const NOT_ATTRIBUTABLE = new Set([
  'Tag:AttachPolicy',
  'Tag:CreateAssociatedResourceRules',
  'Tag:ModifyPolicy',
  'Tag:UpdateAssociatedResourceRule',
]);

function rowsOf(operation: string): readonly string[] {
  const [service = '', action = ''] = operation.split(':');
  const rows = screen(service, action).touches.flatMap(({ kind, effect, strength }) =>
    rolesOf(kind).flatMap((role) =>
      [true, false].flatMap((ofMaster) =>
        judge({}, aContext({ role, effect, strength, clusterType: 'Kubernetes', facts: { ofMaster } })).flatMap(
          ({ rule }) => rule.rows,
        ),
      ),
    ),
  );
  return [...new Set(rows)].toSorted();
}

function rolesOf(kind: string): readonly Role[] {
  return ROLES.find(([beginning]) => kind.startsWith(beginning))?.[1] ?? [];
}

describe('every action of the catalogue', () => {
  const actions = Object.entries(EXPECTED_ROWS).filter(([operation]) => !NOT_ATTRIBUTABLE.has(operation));

  it.each(actions)('%s realises %j', (operation, rows) => {
    expect(rowsOf(operation)).toEqual(rows);
  });
});
