import { compareSeverity } from '../model/severity.ts';
import type { Told } from './channel.ts';

/**
 * What sort of news it is: the deed done, an attempt that was refused, a call that by itself does not go as far as the
 * rule's title says, or something that was put back meanwhile.
 */
export type Kind = 'done' | 'refused' | 'weak' | 'over';

export function kindOf({ finding, rule }: Told): Kind {
  if (finding.outcome === 'failure') return 'refused';
  if (finding.status === 'resolved') return 'over';
  const isWeak = finding.severity === 'low' && compareSeverity(finding.severity, rule.severity ?? 'low') < 0;
  return isWeak ? 'weak' : 'done';
}
