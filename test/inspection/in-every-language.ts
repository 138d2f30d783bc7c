import { written } from '../../shared/notify/phrase.ts';
import { inLanguage } from '../../shared/notify/words/sentences.ts';

/** Those of the notes that a reader of Chinese would get in English. */
export function englishOnly(notes: readonly string[]): readonly string[] {
  return notes.filter((note) => !/\p{Script=Han}/u.test(written(inLanguage(note, 'zh'), () => '')));
}
