/** Control characters, and the marks that turn the direction of text around: never part of a message. */
const UNSAFE = /[\p{Cc}\p{Cf}]+/gu;

const LONGEST = 200;

/** Foreign text as one plain line of bounded length. */
export function plain(text: string, longest = LONGEST): string {
  const line = text.replace(UNSAFE, ' ').trim();
  const letters = Array.from(line);
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : line;
}

/** Foreign text inside DingTalk's markdown: it can neither format, link, mention anybody nor open a tag. */
export function inMarkdown(text: string, longest?: number): string {
  return plain(text, longest)
    .replace(/[\\`*_{}[\]()#+!|~>]/gu, '\\$&')
    .replaceAll('<', '&lt;')
    .replaceAll('@', '@\u200B')
    .replaceAll('://', ':\u200B//');
}
