import { familyOf, parseCidr } from './cidr.ts';
import { ALL_PORTS, parsePorts } from './ports.ts';
import { precedence, type Matcher } from './precedence.ts';
import { coverage, criticalPoints, holds, type Range } from './range.ts';
import type { Flow, Lists, SecurityGroupRules } from './rules.ts';

export type Verdict = 'pass' | 'drop' | 'unknown';

/** Whether the flow passes a member of all these groups: `pass` only when the peer's whole block does. */
export function evaluate(groups: readonly SecurityGroupRules[], flow: Flow, lists: Lists): Verdict {
  const peer = parseCidr(flow.peerCidr);
  const asked = peer && readFlow(flow, peer);
  if (peer === undefined || asked === undefined) return 'unknown';
  const candidates = precedence(groups, flow.direction, lists)
    .map((matcher): Candidate => ({ matcher, applies: applies(matcher, asked) }))
    .filter(({ applies: fit }) => fit !== 'none');
  const ranges = candidates.flatMap(({ matcher }) => matcher.peer);
  const verdicts = new Set(criticalPoints(peer, ranges).map((address) => decide(candidates, address)));
  if (verdicts.has('drop')) return 'drop';
  return verdicts.has('unknown') ? 'unknown' : 'pass';
}

type Fit = 'all' | 'some' | 'none';

interface Candidate {
  readonly matcher: Matcher;
  readonly applies: Fit;
}

interface Asked extends Pick<Flow, 'protocol' | 'peerGroupIds'> {
  readonly port: Range;
  readonly sourcePorts: Range;
  readonly local: Range;
}

function readFlow(flow: Flow, peer: Range): Asked | undefined {
  const local = flow.localCidr === undefined ? familyOf(peer) : parseCidr(flow.localCidr);
  const [sourcePorts, ...more] = parsePorts(flow.sourcePorts ?? '-1/-1') ?? [];
  if (local === undefined || sourcePorts === undefined || more.length > 0) return undefined;
  if (familyOf(local) !== familyOf(peer)) return undefined;
  const port = flow.port === undefined ? ALL_PORTS : { from: BigInt(flow.port), to: BigInt(flow.port) };
  return { ...flow, port, sourcePorts, local };
}

/** The first rule that surely applies decides, unless one before it that may apply would decide otherwise. */
function decide(candidates: readonly Candidate[], address: bigint): Verdict {
  const possible = new Set<boolean>();
  for (const { matcher, applies: fit } of candidates) {
    if (!holds(matcher.peer, address)) continue;
    possible.add(matcher.accept);
    if (fit === 'all' || possible.size > 1) break;
  }
  if (possible.size !== 1) return 'unknown';
  return possible.has(true) ? 'pass' : 'drop';
}

/** Whether the rule applies to all, some or none of the flow, its peer's address left aside; `some` also when unknown. */
function applies(matcher: Matcher, asked: Asked): Fit {
  if (matcher.protocol !== 'ALL' && matcher.protocol !== asked.protocol) return 'none';
  const hasPorts = asked.protocol === 'TCP' || asked.protocol === 'UDP';
  const fits: readonly Fit[] = [
    coverage(matcher.local, asked.local),
    ...(hasPorts ? [coverage(matcher.ports, asked.port), coverage(matcher.sourcePorts, asked.sourcePorts)] : []),
    groupFit(matcher, asked),
    matcher.unread === undefined ? 'all' : 'some',
  ];
  if (fits.includes('none')) return 'none';
  return fits.includes('some') ? 'some' : 'all';
}

function groupFit({ groupId }: Matcher, { peerGroupIds }: Asked): Fit {
  if (groupId === undefined) return 'all';
  if (peerGroupIds === undefined) return 'some';
  return peerGroupIds.includes(groupId) ? 'all' : 'none';
}
