import { describe, expect, it } from 'vitest';
import type { Notification } from '../../shared/model/notification.ts';
import type { Story } from '../../shared/model/story.ts';
import { plan } from '../../shared/store/plan.ts';
import { aNotification } from './builders.ts';

const OPENED = new Date('2026-11-24T08:00:00Z');
const after = (minutes: number, seconds = 0) => new Date(OPENED.getTime() + (minutes * 60 + seconds) * 1_000);

/** A story that began at eight with something grave on one listener, and goes on. */
function aStory(about: Partial<Story> = {}): Story {
  const resources = ['slb.listener lb-1/6443'];
  return { openedBy: 'F-1', openedAt: OPENED, lastAt: OPENED, findings: 1, severity: 'critical', resources, ...about };
}

const next = (about: Partial<Notification> = {}) =>
  aNotification({ id: 'N-2', findingId: 'F-2', story: 's', ...about });

/** When the next of the story is told, and in what. */
function planned(now: Date, before = aStory({ lastAt: now }), about: Partial<Notification> = {}) {
  const { planned: all, stories } = plan([next(about)], new Map([['dingtalk s', before]]), now);
  const [one] = all;
  if (one === undefined) throw new Error('Expected one');
  return { ...one, story: stories.get('dingtalk s') };
}

describe('what joins a story', () => {
  it.each([
    ['right after it began', after(0), after(1)],
    ['too shortly before an update to be in it', after(0, 56), after(5)],
    ['after the first update', after(1), after(5)],
    ['after the second', after(5, 1), after(15)],
    ['after the third', after(15), after(30)],
    ['much later', after(50), after(60)],
    ['after hours', after(10 * 60 + 1), after(10 * 60 + 15)],
  ])('is told with the next update, after 1, 5, 15 minutes and every 15 from then on: %s', (_, now, due) => {
    const { kind, dueAt } = planned(now);

    expect(kind).toBe('update');
    expect(dueAt).toEqual(due);
  });

  it('is told in one message with all that waits for the same update, and in another with the next', () => {
    const bundles = [after(1, 10), after(4), after(6)].map((now) => planned(now).bundle);

    expect(bundles[0]).toBe(bundles[1]);
    expect(bundles[2]).not.toBe(bundles[0]);
  });

  it('is the first of another story after half an hour of silence', () => {
    const quiet = planned(after(29), aStory());
    const over = planned(after(31), aStory());

    expect([quiet.kind, over.kind]).toEqual(['update', 'alert']);
    expect(over.story).toMatchObject({ openedBy: 'F-2', findings: 1 });
  });

  it('is the first of another story after a day, however lively the one before', () => {
    expect(planned(after(24 * 60 + 1)).kind).toBe('alert');
  });

  it('adds to the story: its number, its resources, its worst', () => {
    const about = { severity: 'critical', resources: ['slb.listener lb-1/6443', 'ecs.instance i-1'] } as const;

    const { story, fresh } = planned(after(2), aStory({ severity: 'low' }), about);

    expect(fresh).toEqual(['ecs.instance i-1']);
    expect(story).toMatchObject({ findings: 2, severity: 'critical', resources: about.resources });
  });

  it('is never told later than quiet hours end, nor earlier', () => {
    const held = planned(after(2), aStory({ lastAt: after(2) }), { notBefore: after(90) });
    const awake = planned(after(2), aStory({ lastAt: after(2) }), { notBefore: after(3) });

    expect(held).toMatchObject({ kind: 'digest', dueAt: after(90) });
    expect(awake).toMatchObject({ kind: 'update', dueAt: after(5) });
  });
});
