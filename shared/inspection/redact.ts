import type { Json } from '../model/change.ts';

/** Members whose values are secrets, or may hold some: credentials, scripts and what starts an instance. */
const SECRET = /password|passwd|secret|token|privatekey|accesskey|commandcontent|userdata|credential|signature/iu;

/** Members that only look like secrets: they tell who acted. */
const HARMLESS = /^(?:ststokenplayeruid|ststokenprincipalname|accesskeyid|signaturetype)$/iu;

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
    Object.entries(value).map(([key, member]) => [key, isSecret(key) ? HIDDEN : redact(member, depth + 1)]),
  );
}

/** Also `Parameters.1.Password`: any part of a flat key counts. */
function isSecret(key: string): boolean {
  return key.split('.').some((part) => SECRET.test(part) && !HARMLESS.test(part));
}

function redactText(text: string, depth: number): Json {
  const start = text.trimStart()[0];
  if (start !== '{' && start !== '[') return text;
  try {
    return JSON.stringify(redact(JSON.parse(text), depth + 1));
  } catch {
    return SECRET.test(text) ? HIDDEN : text;
  }
}
