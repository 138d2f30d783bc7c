import { isSecretName, masked } from '../commands/secrets.ts';
import { redact } from '../inspection/redact.ts';
import type { Json } from '../model/change.ts';
import type { Touch } from '../model/operation.ts';

const HIDDEN = '[redacted]';

/** Members that are a command's own words, beside `CommandContent`, which is never kept. */
const WORDS = /^(?:commandline|templatecontent)$/iu;

/** Members with values that a command or a template is filled in with; some of them are ids, by which it is decided. */
const VALUES = /^(?:parameters|content)(?:\.|$)/iu;

/**
 * The record as it is kept: secrets hidden. Of a call that carries a command, nothing of its text is kept, nor any value
 * but ids and single words; the lines that matter stand in the finding. It can still be decoded and decided again.
 */
export function evidenceOf(raw: unknown, touches: readonly Touch[]): Json {
  const kept = redact(raw);
  const forms = new Set(touches.flatMap(({ form }) => form ?? []));
  return forms.size === 0 ? kept : withoutWords(kept, forms.has('file'));
}

function withoutWords(value: Json, isFile: boolean): Json {
  return members(value, (key, member) => {
    if (WORDS.test(key) || (isFile && key.toLowerCase() === 'content')) return HIDDEN;
    return VALUES.test(key) ? onlyPlain(member) : withoutWords(member, isFile);
  });
}

function onlyPlain(value: Json): Json {
  if (typeof value === 'string') return plain(value);
  return members(value, (key, member) => (isSecretName(key) ? HIDDEN : onlyPlain(member)));
}

function plain(text: string): Json {
  if (/^\s*[[{]/u.test(text)) {
    try {
      return JSON.stringify(onlyPlain(JSON.parse(text) as Json));
    } catch {
      return HIDDEN;
    }
  }
  return /^[\w.:-]{0,64}$/u.test(text) && masked(text) === text ? text : HIDDEN;
}

function members(value: Json, each: (key: string, member: Json) => Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => (typeof item === 'string' ? each('', item) : members(item, each)));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, each(key, member)]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
