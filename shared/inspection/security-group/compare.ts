import { IPV4, IPV6 } from './cidr.ts';
import { firstRanks, type Ranks } from './first-ranks.ts';
import { ALL_PORTS } from './ports.ts';
import { precedence, type Matcher } from './precedence.ts';
import { criticalPoints, holds, type Range } from './range.ts';
import { PROTOCOLS, type Lists, type Protocol, type SecurityGroupRules } from './rules.ts';

/** How what passes has changed. Both may be true; true also where an unread list or the sheer number of rules leaves it open. */
export interface Reach {
  readonly widened: boolean;
  readonly narrowed: boolean;
}

/** Comparisons after which a look is given up: only made-up groups need more, and an alert must not wait for them. */
const MOST_STEPS = 10_000_000;

/**
 * Whether some flow passes now that did not, and the other way round. Looks at one point of every stretch on which no
 * rule begins or ends, so nothing between is missed. `listsBefore` where the lists have changed too.
 */
export function compareRules(
  before: readonly SecurityGroupRules[],
  after: readonly SecurityGroupRules[],
  lists: Lists,
  listsBefore = lists,
): Reach {
  const search: Search = { widened: false, narrowed: false, steps: 0 };
  for (const direction of ['ingress', 'egress'] as const) {
    const sides = { before: precedence(before, direction, listsBefore), after: precedence(after, direction, lists) };
    for (const { family, slice } of slicesOf(sides, search)) {
      look(slice, family, search);
      if (search.widened && search.narrowed) break;
    }
    if (search.steps > MOST_STEPS) return { widened: true, narrowed: true };
  }
  return { widened: search.widened, narrowed: search.narrowed };
}

interface Search {
  widened: boolean;
  narrowed: boolean;
  steps: number;
}

interface Sides {
  readonly before: readonly Matcher[];
  readonly after: readonly Matcher[];
}

type Axis = readonly [name: 'ports' | 'sourcePorts' | 'local', whole: Range];

function* slicesOf(sides: Sides, search: Search): Generator<{ readonly family: Range; readonly slice: Sides }> {
  for (const protocol of PROTOCOLS) {
    const speaking = only(sides, (matcher) => speaks(matcher, protocol));
    const ports: readonly Axis[] =
      protocol === 'TCP' || protocol === 'UDP'
        ? [
            ['ports', ALL_PORTS],
            ['sourcePorts', ALL_PORTS],
          ]
        : [];
    for (const family of [IPV4, IPV6]) {
      for (const slice of cut(speaking, [...ports, ['local', family]], search)) yield { family, slice };
    }
  }
}

/** The rules that apply at each critical point of the axes. */
function* cut(sides: Sides, axes: readonly Axis[], search: Search): Generator<Sides> {
  const [axis, ...rest] = axes;
  if (axis === undefined) {
    yield sides;
    return;
  }
  const [name, whole] = axis;
  const ranges = [...sides.before, ...sides.after].flatMap((matcher) => matcher[name]);
  for (const point of criticalPoints(whole, ranges)) {
    search.steps += ranges.length;
    if (search.steps > MOST_STEPS) return;
    const slice = only(sides, (matcher) => holds(matcher[name], point));
    yield* cut(slice, rest, search);
  }
}

/** Compares address by address. Which groups a peer is in and what is unread are free: two of them suffice to tell any difference. */
function look(slice: Sides, family: Range, search: Search): void {
  const ranges = [...slice.before, ...slice.after].flatMap(({ peer }) => peer);
  const points = criticalPoints(family, ranges);
  const before = firstRanks(slice.before, points);
  const after = firstRanks(slice.after, points);
  const marks = [...new Set([...before.keys(), ...after.keys()])];
  const pairs = marks.flatMap((one) => marks.map((other) => [one, other] as const));
  search.steps += ranges.length + points.length * pairs.length;
  for (let index = 0; index < points.length && search.steps <= MOST_STEPS; index++) {
    for (const [one, other] of pairs) {
      const passed = passes(slice.before, before, one, other, index);
      const passing = passes(slice.after, after, one, other, index);
      if (passing && !passed) search.widened = true;
      if (passed && !passing) search.narrowed = true;
    }
    if (search.widened && search.narrowed) return;
  }
}

/** What the first rule says that applies to a peer with these two marks. Rules without a mark apply to everybody. */
function passes(matchers: readonly Matcher[], ranks: Ranks, one: string, other: string, index: number): boolean {
  const rank = Math.min(rankAt(ranks, '', index), rankAt(ranks, one, index), rankAt(ranks, other, index));
  return matchers[rank]?.accept ?? false;
}

function rankAt(ranks: Ranks, mark: string, index: number): number {
  return ranks.get(mark)?.[index] ?? Number.POSITIVE_INFINITY;
}

function speaks({ protocol }: Matcher, asked: Protocol): boolean {
  return protocol === 'ALL' || protocol === asked;
}

function only({ before, after }: Sides, keep: (matcher: Matcher) => boolean): Sides {
  return { before: before.filter(keep), after: after.filter(keep) };
}
