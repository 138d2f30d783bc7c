import type { Json } from '../model/change.ts';
import { folded, hasSecretWord, withoutNamedSecrets } from '../model/secret-words.ts';

/** Beside the words of secrets: what starts an instance or opens a cluster, a chat room or an account. */
const ALSO_SECRET = /commandcontent|userdata|kubeconfig|webhook|^(?:proxy)?authorization$/u;

/** Members that only look like secrets: they tell who acted, or how a thing is configured. */
const HARMLESS =
  /^(?:ststokenplayeruid|ststokenprincipalname|accesskeyid|signaturetype|httptokens|cookietimeout|cookieconfig)$/u;

/** The name of a cookie is configuration; what a browser sends under this name is not. */
const COOKIES = /^(?:set)?cookie$/u;

/** The variables of a container, as a call numbers them. */
const VARIABLE = /\benvironmentvars?\.(?:\d+\.)?value$/iu;

const HIDDEN = '[redacted]';
const DEEPEST = 32;

/** A copy fit for storing and showing: secrets replaced, functions and the like dropped, depth bounded. JSON text is looked into. */
export function redact(value: unknown, depth = 0): Json {
  if (depth > DEEPEST) return '[too deep]';
  if (typeof value === 'string') return redactText(value, depth);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  if (typeof value !== 'object' || value === undefined) return null;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, isSecret(key, member) ? HIDDEN : redact(member, depth + 1)]),
  );
}

/** Also `Parameters.1.Password`: any part of a flat key counts. */
function isSecret(key: string, member: unknown): boolean {
  return VARIABLE.test(key) || key.split('.').some((part) => isSecretPart(folded(part), member));
}

function isSecretPart(name: string, member: unknown): boolean {
  if (COOKIES.test(name)) return typeof member === 'string' && member.includes('=');
  return ALSO_SECRET.test(name) || (hasSecretWord(name) && !HARMLESS.test(name));
}

function redactText(text: string, depth: number): Json {
  const start = text.trimStart()[0];
  if (start !== '{' && start !== '[') return withoutNamedSecrets(text);
  try {
    return JSON.stringify(redact(JSON.parse(text), depth + 1));
  } catch {
    return mentionsSecret(text) ? HIDDEN : withoutNamedSecrets(text);
  }
}

/** Of JSON that does not parse nobody knows where a value ends. */
function mentionsSecret(text: string): boolean {
  const names = text.match(/(?<![\w-])[\w-]+(?=["'\\]{0,4}\s{0,4}[:=])/gu) ?? [];
  return names.some((name) => isSecretPart(folded(name), '='));
}
