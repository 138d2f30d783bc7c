/** A field of a form as text; empty for one that is absent or a file. */
export function textIn(form: Readonly<Record<string, unknown>>, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value.trim() : '';
}
