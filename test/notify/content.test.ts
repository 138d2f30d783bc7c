import { describe, expect, it } from 'vitest';
import type { Told } from '../../shared/notify/channel.ts';
import type { Content } from '../../shared/notify/content.ts';
import { toContent } from '../../shared/notify/to-content.ts';
import { written } from '../../shared/notify/phrase.ts';
import { nodeReleased } from '../../shared/rules/cluster/node-released.ts';
import { aComparison, anOwnedListener, aReading, aTold } from '../support/finding.ts';

const VIEW = { language: 'en', timeZone: 'Asia/Shanghai', reviewUrl: undefined } as const;
const LIMITS = { lines: 5, commands: 5, commandLength: 200 };

/** What stands under one label. */
function under(label: string, told: Told, view: Parameters<typeof toContent>[1] = VIEW): readonly string[] {
  const section = toContent(told, view, LIMITS).sections.find((one) => one.label === label);
  if (!section) return [];
  return section.as === 'commands' ? section.commands : section.lines.map((line) => written(line, (text) => text));
}

function bannersOf({ banners }: Content): readonly string[] {
  return banners.map((banner) => written(banner, (text) => text));
}

describe('what is told of a finding', () => {
  it('tells both times in local time, and how late the event arrived', () => {
    const told = aTold({ receivedAt: new Date('2026-11-24T09:09:30.500Z') });

    expect(under('Happened', told, { ...VIEW, timeZone: 'America/St_Johns' })).toEqual([
      '2026-11-24 04:30:00 UTC-03:30',
    ]);
    expect(under('Received', told, { ...VIEW, timeZone: 'UTC' })).toEqual([
      '2026-11-24 09:09:30 UTC+00:00 (1 hr 9 min later)',
    ]);
  });

  it('does not call an event late that arrived at once, or by a clock that is behind', () => {
    expect(under('Received', aTold({ receivedAt: new Date('2026-11-24T08:00:00.400Z') }))).toEqual([
      '2026-11-24 16:00:00 UTC+08:00',
    ]);
    expect(under('Received', aTold({ receivedAt: new Date('2026-11-24T07:59:00Z') }))).toEqual([
      '2026-11-24 15:59:00 UTC+08:00',
    ]);
  });

  it.each([
    ['ram-user', 'alice (RAM user, not ACK)'],
    ['root-account', 'alice (Alibaba Cloud account (root), not ACK)'],
    ['a-new-type', 'alice (a-new-type, not ACK)'],
    ['constructor', 'alice (constructor, not ACK)'],
  ])('tells an actor of type %s in words', (type, expected) => {
    expect(under('By', aTold({ actor: { type, name: 'alice', standing: 'outsider' } }))).toEqual([expected]);
  });

  it('names the session of a role, the person behind it', () => {
    const actor = { type: 'assumed-role', name: 'Admin', session: 'bob@example.com', standing: 'suspect' } as const;

    expect(under('By', aTold({ actor }))).toEqual(['Admin, session bob@example.com (RAM role, suspect)']);
  });

  it('tells roles in words, names where there are some, and counts what it cuts', () => {
    const resources = Array.from({ length: 17 }, (_, index) => anOwnedListener({ id: `lb-${index}`, name: 'api' }));

    const lines = under('Resources', aTold({ resources }));

    expect(lines[0]).toBe('api, lb-0 (load balancer of the API server)');
    expect(lines.slice(-2)).toEqual(['api, lb-4 (load balancer of the API server)', 'and 12 more']);
  });

  it('says where a call came from as far as the record does', () => {
    const srcEndpoint = { address: '10.0.0.5', vpcId: 'vpc-1' };

    expect(under('From', aTold({ srcEndpoint }))).toEqual(['10.0.0.5 · vpc-1']);
    expect(under('From', aTold({ srcEndpoint: {} }))).toEqual([]);
    expect(under('Client', aTold({ srcEndpoint: {} }))).toEqual([]);
  });

  it('tells the notes right under the command, in the reader’s language where they are known', () => {
    const notes = ['Running without a database: no earlier state, repeats possible.', 'Something new'];
    const { sections } = toContent(aTold({ notes }), { ...VIEW, language: 'zh' }, LIMITS);
    const labels = sections.map(({ label }) => label);

    expect(labels.indexOf('说明')).toBe(labels.indexOf('恢复命令') + 1);
    expect(under('说明', aTold({ notes }), { ...VIEW, language: 'zh' })).toEqual([
      '未使用数据库运行：没有更早的状态，消息可能重复。',
      'Something new',
    ]);
  });

  it('links to the finding under any spelling of the base address', () => {
    const linkTo = (reviewUrl: string) => toContent(aTold({ id: 'f/1' }), { ...VIEW, reviewUrl }, LIMITS).link?.url;

    expect(linkTo('https://x.example/review')).toBe('https://x.example/review/findings/f%2F1');
    expect(linkTo('https://x.example/review/')).toBe('https://x.example/review/findings/f%2F1');
  });
});

describe('a call that was refused', () => {
  const told = aTold({ outcome: 'failure', errorCode: 'Forbidden.RAM', comparisons: [] });

  it('is called an attempt from the first line on, with the cloud’s code', () => {
    const content = toContent(told, VIEW, LIMITS);

    expect(content.headline).toBe('CRITICAL, refused attempt: API server load balancer reconfigured');
    expect(bannersOf(content)).toEqual(['The call was refused: Forbidden.RAM. Nothing was changed by it.']);
  });

  it('tells nobody to put back what never changed', () => {
    const notes = ['The call was refused (Forbidden.RAM): nothing changed.', 'Another note'];

    expect(under('What changed', told)).toEqual([]);
    expect(under('Note', aTold({ ...told.finding, notes }))).toEqual(['Another note']);
    expect(under('Restore command', told)).toEqual([]);
    expect(under('What to do', told)[0]).toMatch(/^There is nothing to put back/u);
  });
});

describe('a call that is less than its rule says', () => {
  const told = aTold({ severity: 'low' }, { rule: { ...nodeReleased, severity: 'high' } });

  it('is called an early sign, not the deed', () => {
    expect(toContent(told, VIEW, LIMITS).headline).toBe('LOW, early sign of: Node released or about to be');
    expect(under('Impact, if it comes to that', told)).toEqual([nodeReleased.impact.en]);
    expect(under('What to do', told)[0]).toMatch(/^Ask who made the call/u);
  });

  it('is the deed itself where the rule is no graver', () => {
    const small = aTold({ severity: 'low' }, { rule: { ...nodeReleased, severity: 'low' } });

    expect(toContent(small, VIEW, LIMITS).headline).toBe('LOW: Node released or about to be');
  });
});

describe('a change that was put back meanwhile', () => {
  it('says so first, with how long it lasted at the most', () => {
    const now = aReading({ AclStatus: 'off' }, '2026-11-24T08:04:10Z');
    const told = aTold({ status: 'resolved', comparisons: [aComparison({ now })] });

    expect(toContent(told, VIEW, LIMITS).headline).toMatch(/^CRITICAL, already put back: /u);
    expect(bannersOf(toContent(told, VIEW, LIMITS))).toEqual(['Already put back, within 4 min 10 sec.']);
    expect(under('Restore command', told)).toEqual([]);
  });

  it('says it without a time where no reading tells one', () => {
    expect(bannersOf(toContent(aTold({ status: 'resolved' }), VIEW, LIMITS))).toEqual(['Already put back.']);
  });
});

describe('what must be known besides', () => {
  it('says that a message may be a repeat', () => {
    expect(bannersOf(toContent(aTold({}, { mayBeRepeat: true }), VIEW, LIMITS))[0]).toMatch(/^This may be a repeat/u);
  });

  it.each([
    [{ possible: false } as const, 'This cannot be undone.'],
    [{ possible: 'unknown' } as const, 'No command could be worked out: put it back by hand.'],
    [{ possible: true, commands: [] } as const, 'There is nothing to put back: the state is as it should be.'],
  ])('says plainly how it stands with putting it back: %o', (restore, expected) => {
    expect(under('Putting it back', aTold({ restore }))).toEqual([expected]);
    expect(under('Restore command', aTold({ restore }))).toEqual([]);
  });

  it('shows no command that holds a character nobody sees', () => {
    const commands = ['aliyun slb X', 'aliyun slb Y --Name \u202Ex', 'aliyun slb Z\nrm -rf /'];
    const told = aTold({ restore: { possible: true, commands } });

    expect(under('Restore command', told)).toEqual(['aliyun slb X']);
    expect(under('Putting it back', told)).toEqual([
      '2 more command(s) do not fit here whole: they are kept under the finding’s number.',
    ]);
  });
});
