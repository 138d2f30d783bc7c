import type { Doing } from './doing.ts';
import { isNamed, touches, type FileAct } from './file-acts.ts';
import { changesPackage } from './packages.ts';
import { fits, placeOf } from './paths.ts';
import type { SimpleCommand } from './simple-command.ts';

/** Whether a command does a certain thing. The rows of the table are made of these. */
export type DeedTest = (doing: Doing) => boolean;

type Act = FileAct['act'];

/** One of these things is done to a file or folder at or below one of the places, or to all above them. */
export function files(
  acts: readonly Act[],
  places: readonly string[],
  also: (act: FileAct) => boolean = () => true,
): DeedTest {
  const wanted = places.map(placeOf);
  return (doing) =>
    doing.files.some((act) => acts.includes(act.act) && wanted.some((place) => touches(act, place)) && also(act));
}

/** A file of one of these names in one of the folders is written, deleted or moved away. */
export function programs(folders: readonly string[], names: readonly string[]): DeedTest {
  const wanted = folders.map(placeOf);
  return (doing) => doing.files.some((act) => act.act !== 'mark' && act.act !== 'mount' && isNamed(act, wanted, names));
}

/** One of these programs is started, with arguments of this kind. */
export function runs(
  names: readonly string[],
  also: (args: readonly string[], command: SimpleCommand) => boolean = () => true,
): DeedTest {
  return ({ command }) => names.some((name) => fits(name, command.name)) && also(command.args, command);
}

export function installs(...packages: readonly string[]): DeedTest {
  return (doing) => doing.packages?.change === 'install' && changesPackage(doing.packages, packages);
}

/** Installed or removed by name. */
export function changesPackages(...packages: readonly string[]): DeedTest {
  return ({ packages: change }) => change !== undefined && changesPackage(change, packages);
}

/** Everything is brought up to date, whatever is installed. */
export function upgradesAll({ packages }: Doing): boolean {
  return packages?.change === 'install' && packages.names.length === 0;
}

export function services(verbs: readonly string[], units: readonly string[]): DeedTest {
  return ({ units: change }) =>
    change !== undefined &&
    verbs.includes(change.verb) &&
    change.units.some((unit) => units.some((name) => fits(unit, name)));
}
