import { describe, expect, it } from 'vitest';
import { except } from '../../shared/findings/except.ts';
import { recur } from '../../shared/findings/recur.ts';
import { heartbeatOf } from '../../shared/notify/heartbeat.ts';
import { inLanguage } from '../../shared/notify/words/sentences.ts';
import { behind, unswept, weak } from '../../shared/self-watch/blind-spots.ts';
import { reportLines } from '../../shared/self-watch/report.ts';
import { aFinding } from '../support/finding.ts';

const AT = new Date('2026-11-24T01:00:00Z');
const LATER = new Date('2026-11-24T08:00:00Z');
const MARK = { at: AT, isComplete: true };

const COUNTS = {
  decided: [
    { outcome: 'ack-itself', count: 7 },
    { outcome: 'finding', count: 2 },
  ],
  findings: [{ severity: 'critical', count: 2 }],
  alerts: 1,
  suppressed: 1,
  declared: 0,
  late: 1,
  resolved: 1,
  open: 3,
  held: 2,
  setAside: 1,
  delivered: 4,
  abandoned: 0,
  waiting: 1,
} as const;

const SEAL = { number: 3, count: 9, firstId: '1', lastId: '9', hash: 'f'.repeat(64), previous: '', sealedAt: AT };

const LINES = reportLines({ counts: COUNTS, seal: SEAL, history: [{ region: 'cn-hangzhou', upTo: AT }] });

const SENTENCES = [
  ...LINES,
  ...behind(new Map([['cn-hangzhou', MARK]]), LATER).flatMap(({ details }) => details),
  ...unswept(MARK, LATER).flatMap(({ details }) => details),
  ...weak(
    {
      setAside: 1,
      overdue: { count: 1, since: AT },
      stale: [{ clusterId: 'c1', name: 'prod', resources: 2, since: AT }],
    },
    [],
  ).flatMap(({ details }) => details),
  ...recur(aFinding(), aFinding({ id: 'F-0', resolvedAt: AT })).notes,
  ...except(aFinding(), {
    suppressions: [
      { id: 'S-1', what: { rows: ['R02'] }, why: 'a move', by: 'carol', from: new Date(0), until: new Date(1e13) },
    ],
    automation: [],
  }).notes,
  ...except(aFinding(), {
    suppressions: [],
    automation: [
      {
        id: 'A-1',
        actor: { type: 'ram-user', name: 'alice' },
        clusters: ['c1'],
        rows: ['R02'],
        why: 'a move',
        by: 'carol',
      },
    ],
  }).notes,
];

describe('what ackwatch says of itself and of exceptions', () => {
  it.each(SENTENCES)('is known in every language: %s', (sentence) => {
    const own = (language: 'zh' | 'ja') =>
      inLanguage(sentence, language)
        .filter((piece) => typeof piece === 'string')
        .join('');

    expect(own('zh')).toMatch(/\p{Script=Han}/u);
    expect(own('ja')).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}]/u);
  });
});

describe('the daily message as it is written', () => {
  it('counts the day and says what its absence means', () => {
    const finding = aFinding({ rule: 'self-watch.heartbeat', notes: LINES });
    const view = { language: 'en', timeZone: 'Asia/Shanghai', reviewUrl: undefined } as const;

    const { headline, sections } = heartbeatOf({ kind: 'heartbeat', finding, mayBeRepeat: false }, view);

    const text = sections
      .flatMap((one) => (one.as === 'commands' ? [] : one.lines))
      .map((line) => line.map((piece) => (typeof piece === 'string' ? piece : piece.foreign)).join(''));
    expect(headline).toBe('ackwatch is watching: the last day');
    expect(text).toEqual([
      'Findings: 2, of which alerts: 1, suppressed: 1, by declared automation: 0.',
      'Put back or accepted: 1; still open: 3.',
      'Events decided: 9, without a finding: ack-itself 7.',
      'Found late in the history of the trail: 1.',
      'Waiting until owner or actor is known: 2.',
      'Records that could not be read: 1.',
      'Messages delivered: 4, waiting: 1, given up: 0.',
      'The history of cn-hangzhou was read up to 2026-11-24T01:00:00.000Z.',
      `Newest seal of the audit: 3, ${'f'.repeat(64)}.`,
      'This message comes every day. On a day without it nobody is watching.',
    ]);
  });
});
