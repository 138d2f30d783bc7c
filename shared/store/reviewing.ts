/** What a reviewer makes of a finding. */
export const VERDICTS = ['true-positive', 'benign', 'false-positive', 'test'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One thing that a reviewer did with a finding; told with who and when. */
export type ReviewAction =
  | { readonly action: 'verdict'; readonly verdict: Verdict; readonly text: string }
  | { readonly action: 'comment'; readonly text: string }
  | { readonly action: 'accept'; readonly text: string }
  | { readonly action: 'suppress'; readonly until: Date; readonly text: string }
  | { readonly action: 'reopen'; readonly text: string };

/** The same, as it was kept. */
export type ReviewEntry = ReviewAction & { readonly id: string; readonly at: Date; readonly by: string };

/** What reviewers did. */
export interface Reviewing {
  /**
   * Does it and writes down who did, in one transaction. `missing`: there is no such finding. `unread`: nothing was read
   * of its resources since the deed, so there is no state that could be accepted.
   */
  readonly review: (findingId: string, by: string, action: ReviewAction) => Promise<'done' | 'missing' | 'unread'>;
  /** In the order in which it was done. */
  readonly entries: (findingId: string) => Promise<readonly ReviewEntry[]>;
}
