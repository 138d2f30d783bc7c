import { CloudError } from '../errors.ts';

/** What a listing yielded. `complete` false: some of it is missing, `problem` says why. */
export interface Listing<T> {
  readonly items: readonly T[];
  readonly complete: boolean;
  readonly problem?: string;
}

const MAX_PAGES = 500;

/** Reads `PageNumber`/`TotalCount` pages. Complete only when as many came as were promised. */
export async function byPageNumber<T>(
  read: (pageNumber: number) => Promise<{ readonly items: readonly T[]; readonly total: number }>,
): Promise<Listing<T>> {
  const items: T[] = [];
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const answer = await attempt(() => read(page));
    if (typeof answer === 'string') return { items, complete: false, problem: answer };
    items.push(...answer.items);
    if (items.length >= answer.total) return { items, complete: true };
    if (answer.items.length === 0) {
      return { items, complete: false, problem: `${items.length} of ${answer.total} promised items came` };
    }
  }
  return { items, complete: false, problem: 'too many pages' };
}

/** Reads `NextToken` pages. Complete only when the last one names no further token. */
export async function byNextToken<T>(
  read: (
    nextToken: string | undefined,
  ) => Promise<{ readonly items: readonly T[]; readonly nextToken?: string | undefined }>,
): Promise<Listing<T>> {
  const items: T[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const asked = token;
    const answer = await attempt(() => read(asked));
    if (typeof answer === 'string') return { items, complete: false, problem: answer };
    items.push(...answer.items);
    token = answer.nextToken;
    if (token === undefined || token === '') return { items, complete: true };
    if (seen.has(token)) return { items, complete: false, problem: 'the same page token came twice' };
    seen.add(token);
  }
  return { items, complete: false, problem: 'too many pages' };
}

async function attempt<T>(read: () => Promise<T>): Promise<T | string> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CloudError) return error.message;
    throw error;
  }
}
