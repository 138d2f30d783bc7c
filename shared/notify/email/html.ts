import type { Severity } from '../../model/severity.ts';
import type { Content } from '../content.ts';
import { inHtml, unlinked } from '../escape.ts';
import { type Line, written } from '../phrase.ts';
import type { Section } from '../sections.ts';

/** White text on each of these has a contrast of at least 4.5 : 1; the severity's word always stands beside it. */
const COLOURS: Readonly<Record<Severity, string>> = {
  critical: '#b3261e',
  high: '#b34700',
  medium: '#7a5c00',
  low: '#1f5fa8',
  informational: '#5a5f66',
};

const TAGS = { en: 'en', zh: 'zh-CN', ja: 'ja' } as const;

const FONT = "font-family:-apple-system,'Segoe UI','PingFang SC','Hiragino Sans','Microsoft YaHei',Meiryo,sans-serif";
const MONOSPACE = "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'Courier New',monospace";
const BREAKING = 'overflow-wrap:anywhere;word-break:break-word';

/**
 * The mail as HTML: one table, inline styles, nothing loaded from anywhere. Text and background keep the client's own
 * colours, so that a dark client stays dark; what must have a colour sets both.
 */
export function toHtml(content: Content): string {
  const colour = COLOURS[content.severity];
  return [
    `<!doctype html><html lang="${TAGS[content.language]}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    '<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">',
    `<title>${inHtml(content.headline)}</title></head><body style="margin:0;padding:12px;color-scheme:light dark">`,
    `<table role="presentation" cellpadding="0" cellspacing="0" width="100%" style="max-width:680px;margin:0 auto;${FONT};font-size:15px;line-height:1.5">`,
    `<tr><td colspan="2" style="padding:14px 16px;background:${colour};color:#ffffff;font-size:18px;font-weight:bold;${BREAKING}">${inHtml(content.headline)}</td></tr>`,
    '<tr><td colspan="2" height="8" style="font-size:0;line-height:8px">&nbsp;</td></tr>',
    ...content.banners.map((banner) => banded(asHtml(banner), colour)),
    ...content.sections.map(row),
    ...(content.link ? [linked(content.link)] : []),
    `<tr><td colspan="2" style="padding:14px 16px;font-size:12px;opacity:.75;${BREAKING}">${inHtml(content.references)}</td></tr>`,
    '</table></body></html>',
  ].join('\n');
}

function row(section: Section): string {
  const label = inHtml(section.label);
  if (section.as === 'commands') return wide(label, section.commands.map(command).join(''));
  const lines = section.lines.map(asHtml);
  if (section.as === 'facts' && lines.length === 1) return narrow(label, lines.join(''));
  if (section.as === 'lines' && lines.length === 1) return wide(label, lines.join(''));
  const tag = section.as === 'steps' ? 'ol' : 'ul';
  const items = lines.map((line) => `<li style="margin:2px 0">${line}</li>`).join('');
  return wide(label, `<${tag} style="margin:0;padding-left:22px">${items}</${tag}>`);
}

/** Label and value side by side. */
function narrow(label: string, value: string): string {
  return [
    `<tr><td valign="top" style="padding:5px 0 5px 16px;width:92px;font-size:13px;line-height:1.7;opacity:.75">${label}</td>`,
    `<td valign="top" style="padding:5px 16px 5px 12px;${BREAKING}">${value}</td></tr>`,
  ].join('');
}

/** Label above what needs the whole width. */
function wide(label: string, value: string): string {
  return `<tr><td colspan="2" style="padding:10px 16px;${BREAKING}"><div style="font-weight:bold;margin-bottom:3px">${label}</div>${value}</td></tr>`;
}

function banded(text: string, colour: string): string {
  return `<tr><td colspan="2" style="padding:10px 16px;border-left:6px solid ${colour};font-weight:bold;${BREAKING}">${text}</td></tr>`;
}

function command(line: string): string {
  return `<pre style="margin:4px 0;padding:10px 12px;border:1px solid #8a8f98;border-radius:4px;white-space:pre-wrap;${MONOSPACE};font-size:13px;line-height:1.45;${BREAKING}">${line.split(' ').map(unbroken).join(' ')}</pre>`;
}

/** A word that fits on one line of a phone is not broken at its hyphens: `--RegionId`, `lb-bp1…`. */
function unbroken(word: string): string {
  const text = inHtml(word);
  return word.includes('-') && word.length <= 30 ? `<span style="white-space:nowrap">${text}</span>` : text;
}

function linked({ label, url }: { readonly label: string; readonly url: string }): string {
  const style =
    'display:inline-block;padding:9px 16px;border-radius:4px;background:#1f5fa8;color:#ffffff;text-decoration:none';
  return `<tr><td colspan="2" style="padding:10px 16px"><a href="${inHtml(url)}" style="${style}">${inHtml(label)}</a></td></tr>`;
}

/** Our own `code` is set in monospace; foreign text is only text. */
function asHtml(line: Line): string {
  const own = (text: string) =>
    inHtml(text).replace(/`([^`]+)`/gu, `<code style="${MONOSPACE};font-size:13px">$1</code>`);
  return written(line, (text) => unlinked(text).split(' ').map(unbroken).join(' '), own);
}
