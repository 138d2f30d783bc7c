import type { Finding } from '../model/finding.ts';
import type { Language } from '../model/text.ts';
import { toContent } from '../notify/to-content.ts';
import { toText } from '../notify/email/text.ts';
import { ruleToldOf } from '../notify/told.ts';
import { catalogue } from '../rules/catalogue.ts';

const LIMITS = { lines: 100, commands: 100, commandLength: 8_000 };

/** A finding as a mail without HTML tells it; times in UTC. */
export function findingText(finding: Finding, language: Language): string {
  const told = {
    kind: 'alert',
    finding,
    rule: ruleToldOf(finding, catalogue),
    others: [],
    mayBeRepeat: false,
  } as const;
  return toText(toContent(told, { language, timeZone: 'UTC', reviewUrl: undefined }, LIMITS));
}
