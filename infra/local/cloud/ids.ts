import { randomInt } from 'node:crypto';

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A new id as the cloud gives them out: `lb-bp1` and seventeen letters and digits. */
export function newId(prefix: string): string {
  return `${prefix}-bp1${lettersAndDigits(17)}`;
}

function lettersAndDigits(count: number): string {
  return Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
