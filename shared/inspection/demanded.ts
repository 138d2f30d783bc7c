import { isContent } from './content.ts';

/** An answer of the cloud, any object. */
export type Answer = Readonly<Record<string, unknown>>;

/** What an answer must hold to count as one: a list (`Content.Data`), or fields with what was asked for (`{ 'Role.RoleName': 'r' }`). */
export type Demanded = string | Readonly<Record<string, string>>;

/** Whether it does: `{}` is neither a configuration nor an empty list. */
export function holds(answer: Answer, demanded: Demanded): boolean {
  if (typeof demanded === 'string') return hasList(answer, demanded);
  // RAM spells names as they were made, not as they were asked for.
  return Object.entries(demanded).every(([path, id]) => scalarAt(answer, path)?.toLowerCase() === id.toLowerCase());
}

/** Some leave the list out where they count none. */
function hasList(answer: Answer, path: string): boolean {
  const [name = '', ...rest] = path.split('.');
  const member = answer[name];
  if (rest.length > 0) return isContent(member) && hasList(member, rest.join('.'));
  return (member ?? null) !== null || answer['TotalCount'] === 0 || answer['Total'] === 0;
}

function scalarAt(answer: Answer, path: string): string | undefined {
  const [name = '', ...rest] = path.split('.');
  const member = answer[name];
  if (rest.length > 0) return isContent(member) ? scalarAt(member, rest.join('.')) : undefined;
  return typeof member === 'string' || typeof member === 'number' ? String(member) : undefined;
}
