import { textOf, valueOf, type Params } from '../model/params.ts';
import { HIDDEN, isSecretName } from './secrets.ts';

export type ContentEncoding = 'PlainText' | 'Base64';

/**
 * The script that a call of Cloud Assistant sends to nodes, decoded and with its parameters filled in. Undefined: the
 * call sends none, or none for Linux. RunCommand takes plain text unless it is told; CreateCommand takes Base64.
 */
export function commandText(params: Params, assumed: ContentEncoding = 'PlainText'): string | undefined {
  const content = textOf(params, 'CommandContent');
  if (content === undefined || !isForLinux(params)) return undefined;
  const text = decoded(content, textOf(params, 'ContentEncoding'), assumed);
  return textOf(params, 'EnableParameter')?.toLowerCase() === 'true' ? withParameters(text, params) : text;
}

/** Types are RunShellScript, RunPowerShellScript and RunBatScript; a call without one runs a stored command or a shell. */
export function isForLinux(params: Params): boolean {
  return !/powershell|bat/iu.test(textOf(params, 'Type') ?? textOf(params, 'CommandType') ?? '');
}

/** `{{name}}` → its value in `Parameters`. Names compare without case; one named like a secret is hidden, not filled in. */
export function withParameters(text: string, params: Params): string {
  const given = valueOf(params, 'Parameters');
  const entries = typeof given === 'object' && given !== null ? Object.entries(given) : [];
  const values = new Map(entries.map(([name, value]: [string, unknown]) => [name.toLowerCase(), value]));
  return text.replaceAll(/\{\{\s{0,20}([\w-]{1,64})\s{0,20}\}\}/gu, (whole: string, name: string) => {
    const value = values.get(name.toLowerCase());
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return whole;
    return isSecretName(name) ? HIDDEN : String(value);
  });
}

/** Base64 where that is what the text is said to be and is; a wrong encoding counts as none. */
export function decoded(content: string, encoding: string | undefined, assumed: ContentEncoding = 'PlainText'): string {
  const named = encoding?.toLowerCase();
  const isBase64 = named === 'base64' || (named === undefined && assumed === 'Base64');
  const packed = content.replaceAll(/\s+/gu, '');
  if (!isBase64 || packed === '' || packed.length % 4 === 1 || !/^[A-Za-z\d+/_-]+={0,2}$/u.test(packed)) return content;
  const text = Buffer.from(packed, 'base64').toString('utf8');
  return text.includes('\uFFFD') ? content : text;
}
