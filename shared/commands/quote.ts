import type { Doing } from './doing.ts';
import type { FileAct } from './file-acts.ts';
import { isWithin, placeOf } from './paths.ts';
import { isSecretName, masked } from './secrets.ts';
import { SYSCTL_FILES, type Setting } from './settings.ts';

const LONGEST = 200;
const HIDDEN = '…';

/** Options, by program, after which a secret may stand in a word of its own; others tell by their name. */
const SECRET_OPTIONS: readonly (readonly [program: RegExp, option: RegExp])[] = [
  [/^(?:curl|wget)$/u, /^(?:-\w*[uHbdFU]|--(?:user|proxy-user|header|cookie|data(?:-\w{1,20})?|form|oauth2-bearer))$/u],
  [/^openssl$/u, /^-(?:passin|passout|pass|k|K)$/u],
];

/** Programs whose arguments are the content of what they write. */
const WRITERS = new Set(['echo', 'printf', 'sed', 'perl', 'yq', 'crudini']);

/** Files whose content is never a secret: kernel parameters, name servers, the clock. */
const PUBLIC_FILES = [
  '/proc/sys',
  '/sys/kernel',
  '/etc/resolv.conf',
  '/etc/localtime',
  '/etc/selinux',
  '/etc/hostname',
  ...SYSCTL_FILES,
].map(placeOf);

/** The risky command as it may be shown: one line, bounded, without anything that could be a secret. */
export function quote({ command, files }: Doing, settings: readonly Setting[] = []): string {
  const showsContent = !WRITERS.has(command.name) || files.every(isPublic);
  const args = command.args.map((arg, index) => {
    const before = command.args[index - 1] ?? '';
    if (isSecretOption(command.name, before)) return '***';
    if (!showsContent && !arg.startsWith('-') && !isPath(arg)) return HIDDEN;
    return shown(arg);
  });
  const redirects = command.redirects
    .filter(({ path, act }) => act !== 'read' && path !== '/dev/null')
    .map(({ path, act }) => `${act === 'append' ? '>>' : '>'} ${shown(path)}`);
  const line = [command.name, ...args, ...redirects].filter((word) => word !== '').join(' ');
  const told = settings.filter(
    ({ key, value }) => value !== undefined && !line.includes(key.slice(key.lastIndexOf('.') + 1)),
  );
  const added = told.map(({ key, value = '' }) => shown(`${key} = ${value}`));
  return cut(added.length === 0 ? line : `${cut(line, LONGEST / 2)} (${added.join(', ')})`, LONGEST);
}

function isSecretOption(program: string, option: string): boolean {
  if (!option.startsWith('-') || option.includes('=')) return false;
  return isSecretName(option) || SECRET_OPTIONS.some(([name, pattern]) => name.test(program) && pattern.test(option));
}

function isPublic({ act, path }: FileAct): boolean {
  return act !== 'write' || PUBLIC_FILES.some((file) => isWithin(path, file));
}

function isPath(text: string): boolean {
  return /^[~/][\w./*{}[\]~-]*$/u.test(text);
}

/** Characters that would break a line or hide text are dropped before anything else is looked at. */
function shown(text: string): string {
  const line = masked(cut(text.replaceAll(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ').trim(), 600));
  return /[\s'"]/u.test(line) || line === '' ? `'${line.replaceAll("'", '’')}'` : line;
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
