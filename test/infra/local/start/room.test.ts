import { describe, expect, it } from 'vitest';
import { pauseFor } from '../../../../infra/local/start/room.ts';

const NOW = new Date('2026-11-25T03:00:00Z');

/** So many posts, one a second, the last of them just now. */
function posts(count: number): readonly Date[] {
  return Array.from({ length: count }, (_, at) => new Date(NOW.getTime() - (count - 1 - at) * 1_000));
}

describe('the pause before a step', () => {
  it('is none while the group takes more', () => {
    expect(pauseFor({ posts: posts(10), critical: [] }, NOW)).toBe(0);
  });

  it('lasts until some of the posts count no longer', () => {
    const pause = pauseFor({ posts: posts(11), critical: [] }, NOW);

    // Six have to be over a minute old: the sixth of them was posted five seconds ago.
    expect(pause).toBe(65_000 - 5_000);
  });

  it('is none for what is not critical while the third is free that is kept for what is', () => {
    const told = posts(16);

    expect(pauseFor({ posts: told, critical: told.slice(0, 8) }, NOW)).toBe(0);
    expect(pauseFor({ posts: posts(17), critical: posts(17) }, NOW)).toBeGreaterThan(0);
  });

  it('forgets what was posted more than a minute ago', () => {
    const old = posts(30).map((time) => new Date(time.getTime() - 66_000));

    expect(pauseFor({ posts: old, critical: [] }, NOW)).toBe(0);
  });
});
