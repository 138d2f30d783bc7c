/** What a group was told lately: every post, and the critical ones again. */
export interface Told {
  readonly posts: readonly Date[];
  readonly critical: readonly Date[];
}

/** How long ackwatch counts a post (a minute, and what it may take to arrive), and a second to be sure. */
const COUNTS_MS = 65_000;

/** What ackwatch posts in a minute, less one that nobody foresees: of everything, and of what is not critical. */
const MOST = { all: 17, others: 11 };

/** A pause ends when there is room for so many, so that not every step has one of its own. */
const WORTHWHILE = 6;

/**
 * How many milliseconds a group needs until it takes more; 0: it does already. What comes on top of what a robot takes is
 * gathered into digests, and nobody sees the alerts.
 */
export function pauseFor({ posts, critical }: Told, now: Date): number {
  const all = endsOf(posts, now);
  const worst = endsOf(critical, now);
  const hasRoom = (after: number, wanted: number): boolean => {
    const counted = countAfter(all, after);
    return counted + wanted <= MOST.all && counted - countAfter(worst, after) + wanted <= MOST.others;
  };
  if (hasRoom(0, 1)) return 0;
  return all.toSorted((a, b) => a - b).find((end) => hasRoom(end, WORTHWHILE)) ?? 0;
}

/** In how many milliseconds each of them counts no longer. */
function endsOf(times: readonly Date[], now: Date): readonly number[] {
  return times.map((time) => time.getTime() + COUNTS_MS - now.getTime()).filter((end) => end > 0);
}

function countAfter(ends: readonly number[], after: number): number {
  return ends.filter((end) => end > after).length;
}
