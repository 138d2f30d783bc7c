import { isContent } from './content.ts';

/** An answer of the cloud, any object. */
export type Answer = Readonly<Record<string, unknown>>;

/** What an answer must hold to count as one: a field, or fields with what was asked for (`{ 'Role.RoleName': 'r' }`). */
export type Demanded = string | Readonly<Record<string, string>>;

/** Whether it does: `{}` is neither a configuration nor an empty list. */
export function holds(answer: Answer, demanded: Demanded): boolean {
  if (typeof demanded === 'string') return (answer[demanded] ?? null) !== null || answer['TotalCount'] === 0;
  // RAM spells names as they were made, not as they were asked for.
  return Object.entries(demanded).every(([path, id]) => scalarAt(answer, path)?.toLowerCase() === id.toLowerCase());
}

function scalarAt(answer: Answer, path: string): string | undefined {
  const [name = '', ...rest] = path.split('.');
  const member = answer[name];
  if (rest.length > 0) return isContent(member) ? scalarAt(member, rest.join('.')) : undefined;
  return typeof member === 'string' || typeof member === 'number' ? String(member) : undefined;
}
