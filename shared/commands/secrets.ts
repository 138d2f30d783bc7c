/** Stands for a secret that was not even filled in. No star: in a path that would be a pattern. */
export const HIDDEN = '[hidden]';

/** What names of secrets are made of. A bare `key` is not one: kernel parameters and sort orders have keys too. */
const SECRET =
  /pass(?:word|wd|phrase|code)?$|passw|pwd|secret|token|credential|api_?key|access_?key|private_?key|auth_?key|session_?key|signature|cookie/iu;

/** Whether a variable, parameter or option of this name holds something that nobody may read. */
export function isSecretName(name: string): boolean {
  return name !== 'PWD' && name !== 'OLDPWD' && SECRET.test(name.replaceAll('-', '_').slice(0, 100));
}

const NAMED_VALUE =
  /((?:pass(?:word|wd|phrase)?|pwd|secret|token|credentials?|api[-_]?key|access[-_]?key|private[-_]?key|authorization|signature|cookie)[\w-]{0,40}["']?\s{0,4}[=:]\s{0,4})(?:(?:bearer|basic)\s{1,4})?["']?[^\s"'&,;|]+/giu;
const USER_INFO = /(:\/\/)[^/\s@]{1,400}@/gu;
const QUERY = /(https?:\/\/[^\s?]{1,400}\?)\S+/gu;
const KNOWN_SHAPES = /\b(?:LTAI|STS\.|AKIA|ghp_|glpat-|sk-|xox[abp]-|eyJ)[\w.+/=-]{8,}/gu;
const RANDOM = /[\w+/=-]{32,}/gu;

/** The text with everything that may be a secret replaced. Better too much than too little: it goes to chat rooms. */
export function masked(text: string): string {
  return text
    .replaceAll(USER_INFO, '$1***@')
    .replaceAll(QUERY, '$1***')
    .replaceAll(NAMED_VALUE, '$1***')
    .replaceAll(KNOWN_SHAPES, '***')
    .replaceAll(RANDOM, (run) => (looksRandom(run) ? '***' : run));
}

/** Small and capital letters and digits in one long run; paths and ids of volumes are not of that kind. */
function looksRandom(run: string): boolean {
  return run
    .split(/[/=-]/u)
    .some((piece) => piece.length >= 24 && /[a-z]/u.test(piece) && /[A-Z]/u.test(piece) && /\d/u.test(piece));
}
