import { describe, expect, it } from 'vitest';
import { toDingTalk } from '../../shared/notify/dingtalk/message.ts';
import { ruleToldOf } from '../../shared/notify/told.ts';
import { catalogue } from '../../shared/rules/catalogue.ts';
import { aFinding } from '../support/finding.ts';

describe('the rule that a message tells', () => {
  it.each(catalogue)('is the one that found it: $id', (rule) => {
    expect(ruleToldOf({ rule: rule.id }, catalogue)).toBe(rule);
  });

  it('is said to be unknown when the running version has none of that name, and the change is told all the same', () => {
    const finding = aFinding({ rule: 'cluster.rule-of-tomorrow' });
    const view = { language: 'en', timeZone: 'UTC', reviewUrl: undefined, keyword: 'ackwatch' } as const;

    const rule = ruleToldOf(finding, catalogue);
    const { text } = toDingTalk({ kind: 'alert', finding, rule, others: [], mayBeRepeat: false }, view).markdown;

    expect(text).toContain('CRITICAL: Risky change (a rule that this version does not have)');
    expect(text).toContain('AclStatus: off → on');
    expect(text).toContain('Rule cluster.rule-of-tomorrow');
  });
});
