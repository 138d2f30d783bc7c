import type { Language } from '../../model/text.ts';
import type { Content } from '../content.ts';
import { unlinked } from '../escape.ts';
import { type Line, phrase, written } from '../phrase.ts';
import type { Section } from '../sections.ts';
import { WORDS } from '../words.ts';

/** The mail for a reader without HTML. */
export function toText({ language, headline, banners, sections, references, link }: Content): string {
  const text = [
    `${headline}\n`,
    ...banners.map((banner) => `! ${asText(banner)}\n`),
    ...sections.map((section) => paragraph(section, language)),
    ...(link ? [`\n${labelled(link.label, [link.url], language)}`] : ['']),
    references,
  ].join('\n');
  return `${text.replace(/\n{3,}/gu, '\n\n')}\n`;
}

/** What takes one line stands close to its neighbours; a list keeps its distance. */
function paragraph(section: Section, language: Language): string {
  const block = (lines: readonly string[]) =>
    `\n${[labelled(section.label, [], language).trimEnd(), ...lines].join('\n')}\n`;
  if (section.as === 'commands') return block(section.commands.map((one) => `    ${one}`));
  const [first, ...others] = section.lines;
  if (section.as === 'facts' && first && others.length === 0) return labelled(section.label, first, language);
  if (section.as === 'lines' && first && others.length === 0) return block([`  ${asText(first)}`]);
  return block(
    section.lines.map((line, index) => (section.as === 'steps' ? `  ${index + 1}. ` : '  - ') + asText(line)),
  );
}

function labelled(label: string, value: Line, language: Language): string {
  return asText(phrase(WORDS.pair[language], { name: label, value }));
}

function asText(line: Line): string {
  return written(line, unlinked);
}
