import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deedsIn, deedsOfFile } from '../../shared/commands/deeds-in.ts';
import type { Effect, Touch } from '../../shared/model/operation.ts';
import { textOf, type Params } from '../../shared/model/params.ts';
import type { Example, Rule } from '../../shared/model/rule.ts';
import { holds } from '../../shared/operations/condition.ts';
import { screen } from '../../shared/operations/screen.ts';
import { tables } from '../../shared/operations/tables.ts';
import { catalogue } from '../../shared/rules/catalogue.ts';
import { judge } from '../../shared/rules/judge.ts';
import { aContext } from '../support/judge.ts';

/** The page's rows of which at least one API call tells; the others are Kubernetes objects, or states without a deed. */
const SHOWN = [
  ...numbered('R', [
    [1, 23],
    [25, 25],
    [27, 40],
    [42, 45],
    [49, 56],
    [58, 58],
  ]),
  ...numbered('U', [
    [2, 2],
    [4, 5],
    [7, 8],
    [10, 10],
    [12, 12],
    [14, 14],
  ]),
  ...numbered('E', [[1, 3]]),
];

function numbered(letter: string, ranges: readonly (readonly [from: number, to: number])[]): readonly string[] {
  return ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => `${letter}${String(from + index).padStart(2, '0')}`),
  );
}

function fires(rule: Rule, example: Example): boolean {
  const [service = '', action = ''] = example.operation.split(':');
  const role = example.role ?? rule.roles[0];
  if (role === undefined) throw new Error(`${rule.id} names no role`);
  return screen(service, action)
    .touches.filter(({ when }) => when === undefined || holds(when, example.params))
    .flatMap((touch) => {
      const effects = example.inspected === undefined ? effectsOf(touch, example.params) : [example.inspected];
      return effects.map((effect) => ({ effect, strength: touch.strength }));
    })
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

describe.each(catalogue.map((rule) => [rule.id, rule] as const))('%s as it is told', (_, rule) => {
  const texts = [rule.title, rule.impact, ...rule.recovery];

  it('speaks English, Chinese and Japanese', () => {
    for (const { en, zh, ja } of texts) {
      expect(en).toMatch(/^[\x20-\x7e]+$/u);
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(zh).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}]/u);
      expect(ja).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}]/u);
    }
  });

  it('has three to six telling examples', () => {
    const { fires: firing, quiet } = rule.examples;

    expect(firing.length + quiet.length).toBeGreaterThanOrEqual(3);
    expect(firing.length + quiet.length).toBeLessThanOrEqual(6);
    expect(firing).not.toEqual([]);
  });

  it('says at least one thing to do', () => {
    expect(rule.recovery).not.toEqual([]);
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

  it('speaks of every row that the trail can show', () => {
    const spoken = new Set(catalogue.flatMap(({ rows }) => rows));

    expect(SHOWN.filter((row) => !spoken.has(row))).toEqual([]);
    expect([...spoken].filter((row) => !SHOWN.includes(row))).toEqual([]);
  });

  it('names no action outside the examples', () => {
    const actions = new Set(tables.flatMap((table) => [...Object.keys(table.actions), ...table.ignored]));
    const named = sections.flatMap(({ name }) =>
      readdirSync(new URL(`${name}/`, folder)).flatMap((file) => {
        const [judgement = ''] = readFileSync(new URL(`${name}/${file}`, folder), 'utf8').split('  examples: {');
        const words = judgement.match(/\b[A-Z][a-z]+(?:[A-Z][A-Za-z]*)+\b/gu) ?? [];
        return words.filter((word) => actions.has(word)).map((word) => `${file}: ${word}`);
      }),
    );

    expect(named).toEqual([]);
  });
});
