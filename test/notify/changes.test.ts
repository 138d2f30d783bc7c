import { describe, expect, it } from 'vitest';
import type { Change } from '../../shared/model/change.ts';
import type { Finding } from '../../shared/model/finding.ts';
import { changeLines, lastKnownLines } from '../../shared/notify/changes.ts';
import { written } from '../../shared/notify/phrase.ts';
import { aComparison, aFinding, aReading } from '../support/finding.ts';

const VIEW = { language: 'en', timeZone: 'Asia/Shanghai', reviewUrl: undefined } as const;

const shown = (about: Partial<Finding>) =>
  changeLines(aFinding(about), VIEW).map((line) => written(line, (text) => text));
const change = (about: Omit<Change, 'op'>) =>
  shown({ comparisons: [aComparison({ changes: [{ op: 'replace', ...about }] })] });

const LONG_RULE = { Policy: 'Accept', PortRange: '-1/-1', SourceCidrIp: '10.3.128.0/17' };

describe('what changed', () => {
  it.each([
    [
      'a path of keys',
      { path: '/Permissions/sgr-1/SourceCidrIp', before: 'a', after: 'b' },
      'Permissions.sgr-1.SourceCidrIp: a → b',
    ],
    ['a path with escapes', { path: '/Tags/k8s~1owner~0x', before: 'a', after: 'b' }, 'Tags.k8s/owner~x: a → b'],
    ['the whole resource', { path: '', before: null, after: { Port: 80 } }, 'lb-1/6443: none → Port 80'],
    ['something new', { path: '/AclId', after: 'acl-1' }, 'AclId: none → acl-1'],
    ['something gone', { path: '/AclId', before: 'acl-1' }, 'AclId: acl-1 → none'],
    ['an empty text', { path: '/AclId', before: '', after: 'acl-1' }, 'AclId: empty → acl-1'],
    ['an empty list', { path: '/Ips', before: ['10.0.0.1', '10.0.0.2'], after: [] }, 'Ips: 10.0.0.1, 10.0.0.2 → empty'],
    ['false and zero', { path: '/Weight', before: 0, after: false }, 'Weight: 0 → false'],
    [
      'an object',
      { path: '/Permissions/sgr-1', after: { SourceCidrIp: '0.0.0.0/0', Ports: { From: 22, To: 22 } } },
      'Permissions.sgr-1: none → SourceCidrIp 0.0.0.0/0, Ports (From 22, To 22)',
    ],
    ['what ACK demands', { path: '/MinSize', before: 0, after: 3, expected: 0 }, 'MinSize: 0 → 3 (expected: 0)'],
    [
      'a long value that was right before',
      { path: '/Rules/sgr-1', before: LONG_RULE, expected: LONG_RULE },
      'Rules.sgr-1: Policy Accept, PortRange -1/-1, SourceCidrIp 10.3.128.0/17 → none (expected: as before the call)',
    ],
    [
      'a long value that was another one before',
      { path: '/Rules/sgr-1', before: { Policy: 'Drop' }, expected: LONG_RULE },
      'Rules.sgr-1: Policy Drop → none (expected: Policy Accept, PortRange -1/-1, SourceCidrIp 10.3.128.0/17)',
    ],
  ])('shows %s as a person writes it', (_, about, expected) => {
    expect(change(about)).toEqual([expected]);
  });

  it('cuts a value that would fill the screen', () => {
    const [line = ''] = change({
      path: '/Entries',
      before: [],
      after: Array.from({ length: 900 }, () => '10.0.0.0/8'),
    });

    expect(line.length).toBeLessThan(400);
    expect(line).toMatch(/…$/u);
  });

  it('names the resource in every line when several changed', () => {
    const other = aComparison({ resource: { kind: 'slb.acl', id: 'acl-1' } });

    expect(shown({ comparisons: [aComparison(), other] })).toEqual([
      'lb-1/6443 AclStatus: off → on',
      'acl-1 AclStatus: off → on',
    ]);
  });

  it('says that it does not know, when nothing could be read', () => {
    expect(shown({ comparisons: [] })).toEqual(['Unknown: the state before or after could not be read.']);
  });

  it('says what could not be learned, once', () => {
    const comparisons = [
      aComparison({ changes: [], unknown: ['Why'] }),
      aComparison({ changes: [], unknown: ['Why'] }),
    ];

    expect(shown({ comparisons })).toEqual(['Why']);
  });

  it('does not call "no difference yet" unchanged: it says when it looks again', () => {
    const comparisons = [aComparison({ changes: [] })];

    expect(shown({ comparisons, reinspectAt: new Date('2026-11-24T08:02:00Z') })).toEqual([
      'No difference was seen so far.',
      'The next reading is due at 2026-11-24 16:02:00 UTC+08:00.',
    ]);
  });

  it.each([
    ['as it was', { AclStatus: 'off', Ips: ['b', 'a'] }, 'as before the call'],
    ['another value', { AclStatus: 'on', Ips: ['a', 'b'] }, 'AclStatus on'],
    ['less', { Ips: ['a'] }, 'AclStatus none, Ips a'],
  ])('shows with its time a reading that later writes may have reached: %s', (_, content, expected) => {
    const before = aReading({ AclStatus: 'off', Ips: ['a', 'b'] }, '2026-11-24T07:50:00Z');
    const now = aReading(content, '2026-11-24T08:05:00Z');
    const unknown = ['a later call is known, so the state right after this one is not'];

    expect(shown({ comparisons: [aComparison({ before, now, unknown })] })).toEqual([
      'AclStatus: off → on',
      `Read at 2026-11-24 16:05:00 UTC+08:00: ${expected}`,
      'A later call is known, so the state right after this one is not',
    ]);
  });
});

describe('a resource that is gone', () => {
  const before = aReading({ Port: 6443, Tags: { 'a/b': 'c' }, Servers: ['i-1', 'i-2'] }, '2026-11-24T07:50:00Z');
  const comparison = aComparison({
    before,
    after: aReading(null, '2026-11-24T08:01:00Z'),
    changes: [{ op: 'replace', path: '', before: before.content, after: null }],
  });
  const lastKnown = (finding: Finding) => lastKnownLines(finding, VIEW).map((line) => written(line, (text) => text));

  it('is said to be gone in one line', () => {
    expect(shown({ comparisons: [comparison] })).toEqual(['lb-1/6443 exists no more']);
  });

  it('is followed by what was known of it last, and when', () => {
    expect(lastKnown(aFinding({ comparisons: [comparison] }))).toEqual([
      'lb-1/6443: read at 2026-11-24 15:50:00 UTC+08:00',
      'Port: 6443',
      'Tags.a/b: c',
      'Servers: i-1, i-2',
    ]);
  });

  it('is not said to be gone while only its deletion was asked for', () => {
    const { after: _, ...unread } = comparison;

    expect(shown({ comparisons: [unread] })).toEqual([
      'lb-1/6443: deletion was asked for; whether it is gone is not known',
    ]);
    expect(lastKnown(aFinding({ comparisons: [unread] }))).toHaveLength(4);
  });

  it('has no such list when it was never read before, or still exists', () => {
    const { before: _, ...unread } = comparison;

    expect(lastKnown(aFinding({ comparisons: [unread] }))).toEqual([]);
    expect(lastKnown(aFinding())).toEqual([]);
  });
});
