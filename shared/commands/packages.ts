import { fits } from './paths.ts';
import { hasOption, operandsOf, type SimpleCommand } from './simple-command.ts';

/** What a command does with the system's packages; no names: it brings everything up to date. */
export interface PackageChange {
  readonly change: 'install' | 'remove';
  readonly names: readonly string[];
}

const MANAGERS = new Set(['yum', 'dnf', 'microdnf', 'tdnf', 'zypper', 'apt', 'apt-get', 'aptitude', 'apk']);
const INSTALLING =
  /^(?:install|reinstall|localinstall|groupinstall|in|add|downgrade|swap|update|localupdate|upgrade|up|dup|update-minimal|upgrade-minimal|distro-sync|dist-upgrade|full-upgrade)$/u;
const REMOVING = /^(?:remove|erase|autoremove|purge|del|rm)$/u;
const DRY = ['--downloadonly', '--download-only', '--dry-run', '--simulate', '--assumeno', '-s'];

/** Undefined: no package is changed; lists, searches and dry runs change none. */
export function packageChangeOf(command: SimpleCommand): PackageChange | undefined {
  if (command.name === 'rpm') return byRpm(command.args);
  if (command.name === 'dpkg') return byDpkg(command.args);
  if (!MANAGERS.has(command.name) || hasOption(command.args, ...DRY)) return undefined;
  const [verb = '', ...names] = operandsOf(command.args);
  const refreshesIndex = /^(?:apt|apk)/u.test(command.name) && verb === 'update';
  if (REMOVING.test(verb)) return { change: 'remove', names: names.map(plainName) };
  if (!INSTALLING.test(verb) || refreshesIndex) return undefined;
  const isChosen = names.length > 0 || hasOption(command.args, '--exclude', '-x');
  return isChosen && names.length === 0 ? undefined : { change: 'install', names: names.map(plainName) };
}

/** Whether the change is about one of these packages, with or without a version: `kubelet`, `kubelet-1.28.3-0.x86_64`. */
export function changesPackage(change: PackageChange, packages: readonly string[]): boolean {
  return change.names.some((name) => packages.some((wanted) => isVersionOf(name, wanted)));
}

function isVersionOf(name: string, wanted: string): boolean {
  if (name === wanted || fits(name, wanted)) return true;
  return (
    name.startsWith(wanted) &&
    /^(?:[-_=.:@]v?\d|[-_=.]?\*|[-_=]\$|\.(?:rpm|deb|x86_64|noarch|aarch64|amd64)$)/u.test(name.slice(wanted.length))
  );
}

function byRpm(args: readonly string[]): PackageChange | undefined {
  const names = operandsOf(args).map(plainName);
  if (args.some((arg) => /^-[a-zA-Z]*[qV]/u.test(arg) || arg === '--test' || arg === '--import')) return undefined;
  if (args.some((arg) => /^-[a-zA-Z]*e/u.test(arg) || arg === '--erase')) return { change: 'remove', names };
  const installs = args.some(
    (arg) => /^-[a-zA-Z]*[UFi]/u.test(arg) || /^--(?:install|upgrade|freshen|reinstall)$/u.test(arg),
  );
  return installs ? { change: 'install', names } : undefined;
}

function byDpkg(args: readonly string[]): PackageChange | undefined {
  const names = operandsOf(args).map(plainName);
  if (hasOption(args, '-r', '--remove', '-P', '--purge')) return { change: 'remove', names };
  return hasOption(args, '-i', '--install', '--unpack') ? { change: 'install', names } : undefined;
}

/** The file's name of a path or an address. */
function plainName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
