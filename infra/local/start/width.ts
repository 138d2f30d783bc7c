/** Characters that fill two columns: Chinese, Japanese, Korean, and most signs that are drawn. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u;

/** Marks without a width of their own. */
const NONE = /[\p{Mn}\p{Cf}\uE000]/u;

/** How many columns the text fills in a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += NONE.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return width;
}

/** Filled with spaces up to that many columns. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/** Broken at spaces, and within Chinese and Japanese anywhere, so that no line is wider. */
export function wrap(text: string, columns: number | undefined): readonly string[] {
  if (columns === undefined || widthOf(text) <= columns) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(text)) {
    if (line !== '' && widthOf(line + word.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  return [...lines, line.trimEnd()];
}

/** Each with the space behind it. */
function wordsOf(text: string): readonly string[] {
  return (text.match(/\S+\s*|\s+/gu) ?? []).flatMap((word) => (WIDE.test(word) ? Array.from(word) : [word]));
}
