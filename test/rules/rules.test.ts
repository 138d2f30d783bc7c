import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deedsIn, deedsOfFile } from '../../shared/commands/deeds-in.ts';
import type { Effect, Touch } from '../../shared/model/operation.ts';
import { textOf, type Params } from '../../shared/model/params.ts';
import type { Example, Rule } from '../../shared/model/rule.ts';
import { holds } from '../../shared/operations/condition.ts';
import { screen } from '../../shared/operations/screen.ts';
import { catalogue } from '../../shared/rules/catalogue.ts';
import { judge } from '../../shared/rules/judge.ts';
import { aContext } from '../support/judge.ts';

function fires(rule: Rule, example: Example): boolean {
  const [service = '', action = ''] = example.operation.split(':');
  const role = example.role ?? rule.roles[0];
  if (role === undefined) throw new Error(`${rule.id} names no role`);
  return screen(service, action)
    .touches.filter(({ when }) => when === undefined || holds(when, example.params))
    .flatMap((touch) => effectsOf(touch, example.params).map((effect) => ({ effect, strength: touch.strength })))
    .some(({ effect, strength }) => {
      const context = aContext({ ...example, role, effect, strength });
      return judge(example.params, context).some((match) => match.rule.id === rule.id);
    });
}

/** What a call does: what its table says, or for a command, what its text says. */
function effectsOf({ effect, form }: Touch, params: Params): readonly Effect[] {
  if (effect !== 'command-run') return [effect];
  const line = textOf(params, 'CommandLine');
  if (form === 'session' && line === undefined) return ['command-unread'];
  const path = `${textOf(params, 'TargetDir') ?? ''}/${textOf(params, 'Name') ?? ''}`;
  const deeds =
    form === 'file'
      ? deedsOfFile(path, textOf(params, 'Content'))
      : deedsIn(line ?? textOf(params, 'CommandContent') ?? '');
  return deeds.map((deed) => deed.effect);
}

describe.each(catalogue.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(rule.examples.fires.map((example) => [example.name, example] as const))('fires on %s', (_name, example) => {
    expect(fires(rule, example)).toBe(true);
  });

  it.each(rule.examples.quiet.map((example) => [example.name, example] as const))(
    'is quiet on %s',
    (_name, example) => {
      expect(fires(rule, example)).toBe(false);
    },
  );

  it('has an example by ACK itself on which it is quiet', () => {
    expect(rule.examples.quiet.some(({ actor }) => actor === 'ack')).toBe(true);
  });
});

describe('the catalogue', () => {
  const folder = new URL('../../shared/rules/', import.meta.url);
  const sections = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

  it('lists every rule file once, under the id that its path gives', () => {
    const files = sections.flatMap(({ name }) =>
      readdirSync(new URL(`${name}/`, folder)).map((file) => `${name}.${file.replace('.ts', '')}`),
    );

    expect(catalogue.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  });
});
