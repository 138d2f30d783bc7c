/** What names of secrets are made of; a hyphen may be spelled `_` or left out. A bare `key` is not one: sort orders have keys too. */
const WORDS = [
  'passw',
  'passphrase',
  'passcode',
  'pwd',
  'secret',
  'token',
  'credential',
  'api-key',
  'access-key',
  'private-key',
  'auth-key',
  'session-key',
  'signature',
  'cookie',
] as const;

const NAME = new RegExp(`pass$|${WORDS.join('|').replaceAll('-', '')}`, 'u');

/** Whether a name, in any spelling, says that its value is secret. */
export function hasSecretWord(name: string): boolean {
  return NAME.test(folded(name));
}

/** A name without what differs between its spellings: `api_key`, `api-key` and `apiKey` are one. */
export function folded(name: string): string {
  return name.toLowerCase().replaceAll(/[_-]/gu, '');
}

const NAMED_VALUE = new RegExp(
  String.raw`((?:pass|authorization|${WORDS.join('|').replaceAll('-', '[-_]?')})[\w-]{0,40}["']?\s{0,4}[=:]\s{0,4})` +
    String.raw`(?:(?:bearer|basic)\s{1,4})?(?:"[^"]{1,2000}"|'[^']{1,2000}'|["']?[^\s"'&,;|]+)`,
  'giu',
);
const BARE = /\b((?:bearer\s{1,4})[\w.~+/=-]{3,}|(?:basic\s{1,4})[A-Za-z\d+/]{4,}={1,2})/giu;
const USER_INFO = /(:\/\/)[^/\s@]{1,400}@/gu;

/** The text without the secrets that it names itself: `password=…`, `Authorization: Bearer …`, `https://user:…@host`. */
export function withoutNamedSecrets(text: string): string {
  return text.replaceAll(USER_INFO, '$1***@').replaceAll(NAMED_VALUE, '$1***').replaceAll(BARE, '***');
}
