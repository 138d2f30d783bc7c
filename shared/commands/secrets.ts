import { hasSecretWord, withoutNamedSecrets } from '../model/secret-words.ts';

/** Stands for a secret that was not even filled in. No star: in a path that would be a pattern. */
export const HIDDEN = '[hidden]';

/** Whether a variable, parameter or option of this name holds something that nobody may read. */
export function isSecretName(name: string): boolean {
  return name !== 'PWD' && name !== 'OLDPWD' && hasSecretWord(name.slice(0, 100));
}

const QUERY = /(https?:\/\/[^\s?]{1,400}\?)\S+/gu;
const KNOWN_SHAPES = /\b(?:LTAI|STS\.|AKIA|ghp_|glpat-|sk-|xox[abp]-|eyJ)[\w.+/=-]{8,}/gu;
const RANDOM = /[\w+/=-]{32,}/gu;

/** The text with everything that may be a secret replaced. Better too much than too little: it goes to chat rooms. */
export function masked(text: string): string {
  return withoutNamedSecrets(text.replaceAll(QUERY, '$1***'))
    .replaceAll(KNOWN_SHAPES, '***')
    .replaceAll(RANDOM, (run) => (looksRandom(run) ? '***' : run));
}

/** Small and capital letters and digits in one long run; paths and ids of volumes are not of that kind. */
function looksRandom(run: string): boolean {
  return run
    .split(/[/=-]/u)
    .some((piece) => piece.length >= 24 && /[a-z]/u.test(piece) && /[A-Z]/u.test(piece) && /\d/u.test(piece));
}
