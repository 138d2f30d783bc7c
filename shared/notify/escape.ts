/** Control characters, and the marks that turn the direction of text around: never part of a message. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

const LONGEST = 200;

/** Foreign text as one plain line of bounded length. */
export function plain(text: string, longest = LONGEST): string {
  const line = text.replace(UNSAFE, ' ').trim();
  const letters = Array.from(line);
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : line;
}

/** Foreign text that no client turns into a link: an unseen space stands where an address would begin. */
export function unlinked(text: string): string {
  return text.replaceAll('://', ':\u200B//').replace(/\bwww\./giu, (found) => `${found.slice(0, -1)}\u200B.`);
}

/** Foreign text inside DingTalk's markdown: it can neither format, link, mention anybody nor open a tag. */
export function inMarkdown(text: string): string {
  const escaped = plain(text, Infinity)
    .replace(/[\\`*_{}[\]()#+!|~>]/gu, '\\$&')
    .replaceAll('<', '&lt;')
    .replaceAll('@', '@\u200B');
  return unlinked(escaped);
}

/** Text inside an element or a quoted attribute of HTML. */
export function inHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
