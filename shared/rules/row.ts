import type { Source } from '../model/event.ts';
import type { Text } from '../model/text.ts';

/** One row of the vendor's page of risky operations, or of its usage notes; E: not on the page. */
export interface Row {
  readonly id: string;
  /** What can show it. Empty: nothing that a machine reads. */
  readonly evidence: readonly Source[];
  readonly title: Text;
}

const SOURCES = {
  A: 'actiontrail',
  K: 'kubernetes-audit',
  N: 'node-probe',
  S: 'sweep',
} as const satisfies Record<string, Source>;

type Letter = keyof typeof SOURCES;

/** Declares a row; `evidence` has one letter for each source: ActionTrail, Kubernetes audit, Node, Sweep. */
export function row(id: string, evidence: string, title: Text): Row {
  return {
    id,
    evidence: evidence
      .split('')
      .filter(isLetter)
      .map((letter) => SOURCES[letter]),
    title,
  };
}

function isLetter(text: string): text is Letter {
  return text in SOURCES;
}
