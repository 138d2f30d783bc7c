import { CloudError } from '../errors.ts';
import { type Content } from './content.ts';
import { membersOf } from './fields.ts';

const MOST_PAGES = 50;

type Answer = Readonly<Record<string, unknown>>;

/** Every member of `list` in an answer that comes in pages by `NextToken`. Throws when the end is not reached. */
export async function wholeByToken(
  read: (NextToken: unknown) => Promise<Answer>,
  list: string,
): Promise<readonly Content[]> {
  const found: Content[] = [];
  let token: unknown;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await read(token);
    found.push(...membersOf(answer[list]));
    token = answer['NextToken'];
    if (typeof token !== 'string' || token === '') return found;
  }
  throw tooLong(found.length);
}

/** Every member of `list` in an answer that comes in numbered pages with a `TotalCount`. */
export async function wholeByNumber(
  read: (PageNumber: number) => Promise<Answer>,
  list: string,
): Promise<readonly Content[]> {
  const found: Content[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await read(page);
    const members = membersOf(answer[list]);
    found.push(...members);
    const total = Number(answer['TotalCount'] ?? found.length);
    if (found.length >= total) return found;
    if (members.length === 0) throw new CloudError('Incomplete', `${found.length} of ${total} promised items came`);
  }
  throw tooLong(found.length);
}

function tooLong(items: number): CloudError {
  return new CloudError('Incomplete', `more than ${items} items`);
}
