import type { Change, Comparison, Json } from '../model/change.ts';
import { isContent } from './content.ts';
import { diff } from './diff.ts';
import { afterOf, essenceOf, type Examined } from './examine.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** Before and after of one aspect of one resource, as a person sees it. */
export function compare(examined: Examined): Comparison {
  const { target, before, reading, expected, asked, doubt } = examined;
  const after = afterOf(examined);
  const wished = doubt === 'nothing-yet' ? undefined : asked;
  const outcome = after === undefined ? wished : after.content;
  const differences = before === undefined || outcome === undefined ? [] : diff(before.content, outcome);
  const changes =
    expected === undefined || outcome === undefined
      ? differences
      : withExpected(differences, diff(expected.state, outcome));
  return {
    resource: target.ref,
    aspect: target.reader.aspect,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    ...(reading && !after ? { now: reading } : {}),
    changes,
    unknown: unknowns(examined, changes.length > 0),
  };
}

/** What the call comes to for this one. */
export function verdictOn(examined: Examined): Verdict {
  const { before, beforeIs, asked, reading, doubt, expected } = examined;
  const seen = (state: Json | undefined): Json | undefined =>
    state === undefined ? undefined : essenceOf(examined, state);
  const counts = doubt === undefined || doubt === 'written-later';
  const due = beforeIs === 'new' ? startedAlike(expected?.state, afterOf(examined)?.content) : expected?.state;
  return verdictOf({
    before: seen(before?.content),
    asked: seen(asked),
    after: seen(afterOf(examined)?.content),
    present: counts ? seen(reading?.content) : undefined,
    expected: seen(due),
    isWrongBefore: expected?.isWrongBefore === true,
  });
}

/** What the call did not ask for and yet differs from before: somebody else changed it, or the cloud did along with it. */
export function besides(examined: Examined): readonly string[] {
  const { before, asked } = examined;
  const after = afterOf(examined);
  if (before === undefined || asked === undefined || after === undefined || asked === null) return [];
  if (before.content === null || after.content === null) return [];
  const [then, wish, now] = [before.content, asked, after.content].map((state) => essenceOf(examined, state));
  const askedFor = new Set(diff(then ?? null, wish ?? null).map(topOf));
  return [...new Set(diff(then ?? null, now ?? null).map(topOf))].filter((name) => !askedFor.has(name));
}

/** What is created anew is stopped until another call starts it; so far it is as it should be. */
function startedAlike(expected: Json | undefined, after: Json | undefined): Json | undefined {
  if (!isContent(expected) || !isContent(after) || after['Status'] === undefined) return expected;
  return { ...expected, Status: after['Status'] };
}

function withExpected(changes: readonly Change[], due: readonly Change[]): readonly Change[] {
  const wanted = new Map(due.map(({ path, before }) => [path, before]));
  return changes.map((change) => {
    const expected = wanted.get(change.path);
    return expected === undefined ? change : { ...change, expected };
  });
}

function topOf({ path }: Change): string {
  return path.split('/')[1] ?? '';
}

const DOUBTS: Readonly<Record<NonNullable<Examined['doubt']>, string>> = {
  'written-later': 'a later call is known, so the state right after this one is not',
  'older-than-the-call': 'the reading is no younger than the call',
  'nothing-yet': 'nothing had changed yet when it was read; it is read again',
};

function unknowns(examined: Examined, hasChanges: boolean): readonly string[] {
  const { target, before, beforeIs, asked, problem, doubt, reading } = examined;
  return [
    ...(before === undefined ? ['no reading from before the call'] : []),
    ...(beforeIs === 'told-by-the-call' ? ['the state before is taken from the call itself'] : []),
    ...(problem === undefined ? [] : [`state after the call: ${problem}`]),
    ...(doubt === undefined ? [] : [DOUBTS[doubt]]),
    ...(afterOf(examined) === undefined && hasChanges ? ['the changes shown are what the call asked for'] : []),
    ...(before && reading && asked === undefined && target.reader.predict && !hasChanges && doubt === undefined
      ? ['what the call asked for is not part of what is read']
      : []),
  ];
}
