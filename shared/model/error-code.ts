/** What records write where nothing went wrong: nothing at all, a word for it, or an HTTP status of success. */
const NONE = /^(?:|0|2\d\d|ok|success|none|null|nil|undefined)$/iu;

/** The code of an error that a record tells; undefined where the call succeeded. */
export function errorCodeOf(code: string | undefined): string | undefined {
  return code === undefined || NONE.test(code.trim()) ? undefined : code;
}
