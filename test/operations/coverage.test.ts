import { describe, expect, it } from 'vitest';
import { COMMAND_EFFECTS, type CommandForm, type Effect, type Touch } from '../../shared/model/operation.ts';
import { screen as lookUp } from '../../shared/operations/screen.ts';
import { tables } from '../../shared/operations/tables.ts';
import { judge } from '../../shared/rules/judge.ts';
import { screen } from '../../shared/steps/screen.ts';
import { aContext } from '../support/judge.ts';
import { APPROVED, CONSOLE_ROWS, EXPECTED_ROWS } from './expected-rows.ts';
import { minimalEvent } from './minimal-event.ts';
import { rolesOf } from './roles.ts';

/** What the text of each form of command can do: a file writes, a package installs, a template deletes instances too. */
const TOLD: Partial<Record<CommandForm, readonly Effect[]>> = {
  file: [
    'component-version-changed',
    'runtime-configuration-changed',
    'os-settings-changed',
    'control-plane-upgraded',
    'control-plane-configuration-changed',
    'certificates-changed',
    'core-data-deleted',
    'key-paths-changed',
    'resolver-changed',
  ],
  state: ['component-version-changed', 'os-settings-changed'],
  package: ['component-version-changed', 'firewall-enabled'],
};

/** Deeds of the public templates that are more than a command; only a call that names its template tells them. */
const BY_TEMPLATE: readonly Effect[] = ['released', 'os-replaced', 'stopped', 'restarted'];

function effectsOf({ effect, form, value }: Touch): readonly Effect[] {
  if (effect !== 'command-run') return [effect];
  const told = (form && TOLD[form]) ?? COMMAND_EFFECTS;
  return form === 'template' && value?.includes('TemplateName') ? [...told, ...BY_TEMPLATE] : told;
}

/** What the smallest event of each cell realises, on every role and with whatever inspection may find. */
function rowsOf(operation: string): readonly string[] {
  const [service = '', action = ''] = operation.split(':');
  const rows = lookUp(service, action).touches.flatMap((touch) => {
    const event = minimalEvent(operation, touch);
    const touched = screen(event);
    if ('reason' in touched) throw new Error(`${operation}: ${touched.why}`);
    if (!touched.some((one) => one.touch === touch)) throw new Error(`${operation}: ${touch.kind} is not touched`);
    return touched.flatMap((one) =>
      effectsOf(one.touch).flatMap((effect) =>
        rolesOf(one.ref.kind).flatMap((role) =>
          [true, false].flatMap((ofMaster) =>
            judge(
              event.params,
              aContext({
                role,
                effect,
                strength: one.touch.strength,
                clusterType: 'Kubernetes',
                facts: { ofMaster },
                consequences: ['dns-cut'],
              }),
            ).flatMap(({ rule }) => rule.rows),
          ),
        ),
      ),
    );
  });
  return [...new Set(rows)].toSorted();
}

describe('every action of the catalogue', () => {
  it.each(Object.entries(EXPECTED_ROWS))('%s realises %j', (operation, rows) => {
    expect(rowsOf(operation)).toEqual(rows);
  });

  it('is one of 554', () => {
    expect(Object.keys(EXPECTED_ROWS).length + APPROVED.length).toBe(554);
  });
});

describe('a name that no SDK has', () => {
  it.each(Object.entries(CONSOLE_ROWS))('%s realises %j', (operation, rows) => {
    expect(rowsOf(operation)).toEqual(rows);
  });
});

describe('the supported way', () => {
  it.each(APPROVED)('%s is screened, and no rule speaks of it', (operation) => {
    const [service = '', action = ''] = operation.split(':');
    const { touches } = lookUp(service, action);

    expect(touches.map(({ strength }) => strength)).toEqual(['approved']);
    expect(rowsOf(operation)).toEqual([]);
  });
});

describe('the tables', () => {
  it('hold nothing that the lists do not know, but what ACK creates', () => {
    const known = new Set([...Object.keys(EXPECTED_ROWS), ...Object.keys(CONSOLE_ROWS), ...APPROVED]);
    const others = tables.flatMap(({ service, actions }) =>
      Object.entries(actions)
        .filter(([action]) => !known.has(`${service}:${action}`))
        .filter(([, touches]) => touches.some(({ effect }) => effect !== 'created'))
        .map(([action]) => `${service}:${action}`),
    );

    expect(others).toEqual([]);
  });

  it('never list an action that they ignore', () => {
    const both = tables.flatMap(({ service, actions, ignored }) =>
      ignored.filter((action) => action in actions).map((action) => `${service}:${action}`),
    );

    expect(both).toEqual([]);
  });

  it('say of every command where its text stands', () => {
    const silent = tables.flatMap(({ service, actions }) =>
      Object.entries(actions)
        .filter(([, touches]) =>
          touches.some(({ effect, form }) => (effect === 'command-run') !== (form !== undefined)),
        )
        .map(([action]) => `${service}:${action}`),
    );

    expect(silent).toEqual([]);
  });
});
