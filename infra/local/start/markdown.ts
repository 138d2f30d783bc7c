import type { Style } from './style.ts';
import { wrap } from './width.ts';

/** Everything that could move the cursor or turn text around: a message shows foreign names. */
const CONTROL = /[\p{Cc}\p{Cf}]/gu;

/** DingTalk's markdown as it would look in the group, one string per line. Code is not wrapped, so that it can be copied. */
export function showMarkdown(text: string, style: Style): readonly string[] {
  const columns = style.columns === undefined ? undefined : Math.max(40, style.columns - 4);
  const lines = text.split('\n').map((line) => line.replaceAll(CONTROL, ''));
  // DingTalk sets paragraphs close to each other, and gives air only to headings.
  const close = lines.filter((line, index) => line !== '' || lines[index - 1]?.startsWith('#') === true);
  return close.flatMap((line) => shown(line, style, columns));
}

function shown(line: string, style: Style, columns: number | undefined): readonly string[] {
  if (line.startsWith('    ')) return [line];
  const [, mark, rest = line] = /^(#{1,6} |> |- |\d+\. )?(.*)$/u.exec(line) ?? [];
  const isHeading = mark?.startsWith('#') === true;
  const lead = mark === undefined || isHeading ? '' : mark.replace('> ', '▌ ').replace('- ', '• ');
  const indent = lead === '' ? '' : '  ';
  const room = columns === undefined ? undefined : columns - indent.length;
  const lines = wrap(`${lead}${inline(rest)}`, room).map((part, index) => (index === 0 ? part : `${indent}${part}`));
  return lines.map((part) => dressed(part, isHeading, style));
}

/** Bold marks stay until the text is wrapped, as one private character each. */
const BOLD = '\uE000';

function inline(text: string): string {
  return text
    .replace(/\*\*(.+?)\*\*/gu, `${BOLD}$1${BOLD}`)
    .replace(/\[([^\]]*)\]\(([^)]*)\)/gu, '$1 $2')
    .replace(/\\([\\`*_{}[\]()#+!|~>.-])/gu, '$1')
    .replaceAll('&lt;', '<');
}

function dressed(line: string, isHeading: boolean, style: Style): string {
  const parts = line.split(BOLD).map((part, index) => (index % 2 === 1 ? style.bold(part) : part));
  return isHeading ? style.bold(parts.join('')) : parts.join('');
}
