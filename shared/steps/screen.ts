import type { AuditEvent } from '../model/event.ts';
import type { Touch } from '../model/operation.ts';
import { holds } from '../operations/condition.ts';
import { isDryRun } from '../operations/dry-run.ts';
import { idsOf, namesOthers } from '../operations/ids.ts';
import { screen as lookUp } from '../operations/screen.ts';
import { aimOf } from './aim.ts';
import type { Disregarded, Touched } from './steps.ts';

/** Step 2, pure: what the call touches, from the table alone; an event that is not in it ends here. */
export function screen(event: AuditEvent): readonly Touched[] | Disregarded {
  const { touches, match } = lookUp(event.service, event.action);
  const operation = `${event.service}:${event.action}`;
  if (match === 'ignored')
    return { reason: 'not-risky', why: `${operation} is known and changes nothing that ACK needs` };
  if (touches.length === 0) return { reason: 'not-risky', why: `${operation} is not in the table` };
  if (event.errorCode === 'DryRunOperation' || isDryRun(event.service, event.action, event.params)) {
    return { reason: 'dry-run', why: `${operation} was a dry run: nothing happened` };
  }
  const touched = touches
    .filter(({ when }) => when === undefined || holds(when, event.params))
    .flatMap((touch) => named(event, touch).map((id): Touched => ({ ref: { kind: touch.kind, id }, touch })));
  if (touched.length > 0) return touched;
  if (match === 'listed' && event.outcome === 'success' && touches.some((touch) => isUnread(event, touch))) {
    return { reason: 'ownership-unknown', why: `${operation} is risky, and no resource could be read from the call` };
  }
  return { reason: 'not-risky', why: `${operation} names no resource, or its parameters make it harmless` };
}

/** Nobody can tell what the call touched: neither that it was nothing nor that its parameters made it harmless. */
function isUnread(event: AuditEvent, touch: Touch): boolean {
  if (touch.effect === 'created' || touch.strength === 'approved' || touch.strength === 'adjacent') return false;
  if (touch.ids.every((path) => path.startsWith('response.')) || namesOthers(event, touch)) return false;
  return event.unread === true || touch.when === undefined || holds(touch.when, event.params);
}

/** Role names count without case. A command may aim at every instance with certain tags instead of naming some. */
function named(event: AuditEvent, touch: Touch): readonly string[] {
  const ids = touch.kind === 'ram.role' ? idsOf(event, touch).map((name) => name.toLowerCase()) : idsOf(event, touch);
  const aim = ids.length > 0 || touch.effect !== 'command-run' ? undefined : aimOf(event.params);
  return aim === undefined ? ids : [aim];
}
