import type { Notification } from '../model/notification.ts';
import { join, type Story } from '../model/story.ts';
import type { Kind } from './outbox.ts';

/** A notification with what it is told in, together with what, and when. */
export interface Planned {
  readonly notification: Notification;
  readonly kind: Kind;
  readonly bundle: string;
  readonly fresh: readonly string[];
  readonly dueAt: Date;
}

/** Under which a story is kept: each channel hears its own. */
export function storyKey({ story, channel }: Pick<Notification, 'story' | 'channel'>): string {
  return `${channel} ${story}`;
}

/**
 * How the notifications of one event are told, and the stories as they are then. What one channel hears of an event, on
 * however many clusters, is one message, as soon as one of them is to be told at once.
 */
export function plan(
  given: readonly Notification[],
  before: ReadonlyMap<string, Story>,
  now: Date,
): { readonly planned: readonly Planned[]; readonly stories: ReadonlyMap<string, Story> } {
  const stories = new Map<string, Story>();
  const atOnce = new Map<string, string>();
  const ends = new Map<string, string>();
  const joined = given.map((notification) => {
    if (notification.news !== 'alert') return { notification, fresh: [], dueAt: now, update: 0, openedBy: '' };
    const key = storyKey(notification);
    const { story, fresh, update, dueAfterMs } = join(stories.get(key) ?? before.get(key), notification, now);
    stories.set(key, story);
    if (update === 0 && !atOnce.has(notification.channel)) atOnce.set(notification.channel, notification.id);
    const dueAt = update === 0 ? now : new Date(story.openedAt.getTime() + dueAfterMs);
    return { notification, fresh, dueAt, update, openedBy: story.openedBy };
  });
  const planned = joined.map(({ notification, fresh, dueAt, update, openedBy }): Planned => {
    const { news, channel, notBefore } = notification;
    if (news === 'resolved') {
      // What began as one story ends as one.
      const end = ends.get(storyKey(notification)) ?? notification.id;
      ends.set(storyKey(notification), end);
      return { notification, kind: news, bundle: end, fresh, dueAt };
    }
    if (news !== 'alert') return { notification, kind: news, bundle: notification.id, fresh, dueAt };
    const first = atOnce.get(channel);
    const wanted = first === undefined ? dueAt : now;
    if (notBefore !== undefined && notBefore > wanted) {
      return {
        notification,
        kind: 'digest',
        bundle: `quiet until ${notBefore.toISOString()}`,
        fresh,
        dueAt: notBefore,
      };
    }
    if (first !== undefined) return { notification, kind: 'alert', bundle: first, fresh, dueAt: now };
    return { notification, kind: 'update', bundle: `${openedBy} ${update}`, fresh, dueAt };
  });
  return { planned, stories };
}
