import type { Content } from './content.ts';
import { written } from './phrase.ts';
import type { Section } from './sections.ts';

/** How one chat dresses text. */
export interface Dress {
  /** Makes foreign text harmless: it can neither format, link, nor call anybody. */
  readonly escape: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly banner: (text: string) => string;
  /** A command that is copied as it stands. */
  readonly command: (line: string) => string;
  readonly link: (label: string, url: string) => string;
  /** Between paragraphs. */
  readonly gap: string;
}

/** What a person reads, as one text of a chat. `calls`: who is called by name. */
export function chatTextOf(content: Content, dress: Dress, { tag = '', calls = '' } = {}): string {
  const { headline, banners, sections, link, references } = content;
  return [
    dress.heading(tag === '' ? headline : `[${tag}] ${headline}`),
    ...banners.map((line) => dress.banner(written(line, dress.escape))),
    ...sections.map((section) => paragraph(section, dress)),
    ...(link ? [dress.link(link.label, link.url)] : []),
    references,
    ...(calls === '' ? [] : [calls]),
  ].join(dress.gap);
}

function paragraph(section: Section, { escape, bold, command, gap }: Dress): string {
  const label = bold(section.label);
  if (section.as === 'commands') return [label, section.commands.map(command).join('\n')].join(gap);
  const [only = '', ...others] = section.lines.map((line) => written(line, escape));
  if (section.as !== 'steps' && others.length === 0) return `${label} ${only}`;
  const lines = [only, ...others].map((line, index) =>
    section.as === 'steps' ? `${index + 1}. ${line}` : `- ${line}`,
  );
  return [label, ...lines].join('\n');
}
