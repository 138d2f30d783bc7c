import type { Finding } from '../model/finding.ts';

/** A finding as the handler answers it: the public contract's fields and no more. */
export function summaryOf(finding: Finding) {
  const {
    comparisons: _,
    restore: __,
    notes: ___,
    srcEndpoint: ____,
    rules: _____,
    reinspectAt: ______,
    ...rest
  } = finding;
  const { type, name, standing } = finding.actor;
  return {
    ...rest,
    resources: finding.resources.map(({ kind, id, role }) => ({ kind, id, role })),
    actor: { type, name, standing },
  };
}
