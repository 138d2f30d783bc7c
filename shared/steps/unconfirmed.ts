import { HELD } from '../model/decision.ts';
import type { AuditEvent } from '../model/event.ts';
import { silent } from './decide.ts';
import type { Decided } from './steps.ts';

/**
 * Whoever rules another account may put onto its bus what he likes, and a decision stands once it is made: what came over
 * such a bus may alert, and acquits nobody before the trail of the account has told it too. Until then it is held.
 */
export function unconfirmed(event: AuditEvent, decided: Decided): Decided {
  const { findings, silence, touched } = decided;
  const isHeld = findings.length === 0 && HELD.includes(silence.reason);
  if (event.via !== 'other-bus' || isHeld || findings.some(({ isAlert }) => isAlert)) return decided;
  return { ...silent({ reason: 'unverified', why: WHY }), touched };
}

const WHY = 'It came over the bus of another account and alerts nobody: the trail of the account is to tell it too';
