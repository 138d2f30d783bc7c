import { fits, isWithin, placeOf } from './paths.ts';
import type { FileAct } from './file-acts.ts';
import { hasOption, operandsOf, type SimpleCommand } from './simple-command.ts';

/** A kernel parameter that is given a value, `net.ipv4.ip_forward` = `0`; no value: the script does not tell which. */
export interface Setting {
  readonly key: string;
  readonly value?: string;
}

/** Files that sysctl reads. */
export const SYSCTL_FILES = [
  '/etc/sysctl.conf',
  '/etc/sysctl.d',
  '/usr/lib/sysctl.d',
  '/lib/sysctl.d',
  '/run/sysctl.d',
];

const SYSCTL_PLACES = SYSCTL_FILES.map(placeOf);
const PROC_SYS = placeOf('/proc/sys');

/** Kernel parameters, patterns allowed, and the values that must not stand there; undefined: the value is not known. */
export interface BadSetting {
  readonly keys: readonly string[];
  readonly isBad: (value: string | undefined) => boolean;
}

export function isBadSetting({ key, value }: Setting, { keys, isBad }: BadSetting): boolean {
  return isBad(value) && keys.some((wanted) => fits(wanted, key) || fits(key, wanted));
}

/** Kernel parameters that a command sets: through sysctl, through `/proc/sys`, or in a file that sysctl reads. */
export function settingsOf(command: SimpleCommand, acts: readonly FileAct[]): readonly Setting[] {
  return [...bySysctl(command), ...acts.filter(({ act }) => act === 'write').flatMap(byFile)];
}

function bySysctl({ name, args, input }: SimpleCommand): readonly Setting[] {
  if (name !== 'sysctl') return [];
  const readsInput = hasOption(args, '-p', '-f', '--load') && operandsOf(args).includes('-');
  return [...operandsOf(args).flatMap(inLine), ...(readsInput ? inText(input ?? '') : [])];
}

function byFile({ path, content }: FileAct): readonly Setting[] {
  if (isWithin(path, PROC_SYS) && path.length > 2) {
    const key = anyForUnknown(path.slice(2).join('.'));
    return [content === undefined ? { key } : { key, value: plain(content) }];
  }
  return SYSCTL_PLACES.some((place) => isWithin(path, place)) ? inText(content ?? '') : [];
}

/** Settings in the text of a file, or in what an editor's script puts there. */
function inText(text: string): readonly Setting[] {
  return text.split('\n').map(replacement).flatMap(inLine);
}

/** What `s/old/new/` puts in; any other line as it is. */
function replacement(line: string): string {
  const match = /^[^a-zA-Z#]{0,20}s([/|#,@!])/u.exec(line);
  const parts = match === null ? [] : line.split(match[1] ?? '/');
  return (parts.length >= 4 ? parts[2] : undefined) ?? line;
}

function inLine(line: string): readonly Setting[] {
  const equals = line.indexOf('=');
  if (equals === -1) return [];
  const before = anyForUnknown(line.slice(0, equals).trimEnd().slice(-200));
  const key = /[\w./*\\-]{3,200}$/u.exec(before)?.[0]?.replace(/^-/u, '');
  const isComment = /^\s*[#;]/u.test(line);
  if (key === undefined || isComment || !/[./]/u.test(key)) return [];
  return [{ key: key.replaceAll('/', '.').replaceAll('\\', ''), value: plain(line.slice(equals + 1)) }];
}

/** What only the node can fill into a name may be any name. */
function anyForUnknown(key: string): string {
  return key.replaceAll(/\$\([^()]*\)|\$\{?\w+\}?/gu, '*');
}

function plain(value: string): string {
  return value.trim().replaceAll(/["']/gu, '').replaceAll(/\s+/gu, ' ').slice(0, 200);
}
