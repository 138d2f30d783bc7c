import { describe, expect, it } from 'vitest';
import type { Role } from '../../shared/model/resource.ts';
import { screen } from '../../shared/operations/screen.ts';
import { judge } from '../../shared/rules/judge.ts';
import { aContext } from '../support/judge.ts';
import { EXPECTED_ROWS } from './expected-rows.ts';

const ROLES: readonly Role[] = [
  'api-server-load-balancer',
  'service-load-balancer',
  'node',
  'master',
  'node-security-group',
  'master-security-group',
  'scaling-group',
  'pod-eni',
  'node-eni',
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
  const rows = screen(service, action).touches.flatMap(({ effect, strength }) =>
    ROLES.flatMap((role) =>
      [true, false].flatMap((ofMaster) =>
        judge({}, aContext({ role, effect, strength, clusterType: 'Kubernetes', facts: { ofMaster } })).flatMap(
          ({ rule }) => rule.rows,
        ),
      ),
    ),
  );
  return [...new Set(rows)].toSorted();
}

describe('every action of the catalogue', () => {
  const actions = Object.entries(EXPECTED_ROWS).filter(([operation]) => !NOT_ATTRIBUTABLE.has(operation));

  it.each(actions)('%s realises %j', (operation, rows) => {
    expect(rowsOf(operation)).toEqual(expect.arrayContaining([...rows]));
  });
});
