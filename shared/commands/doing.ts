import { fileActsOf, type FileAct } from './file-acts.ts';
import { packageChangeOf, type PackageChange } from './packages.ts';
import { settingsOf, type Setting } from './settings.ts';
import type { SimpleCommand } from './simple-command.ts';
import { unitChangeOf, type UnitChange } from './units.ts';

/** A command and what it does, worked out once for all rows of the table. */
export interface Doing {
  readonly command: SimpleCommand;
  readonly files: readonly FileAct[];
  readonly settings: readonly Setting[];
  readonly packages?: PackageChange;
  readonly units?: UnitChange;
}

export function doingOf(command: SimpleCommand): Doing {
  const files = fileActsOf(command);
  const packages = packageChangeOf(command);
  const units = unitChangeOf(command);
  return {
    command,
    files,
    settings: settingsOf(command, files),
    ...(packages === undefined ? {} : { packages }),
    ...(units === undefined ? {} : { units }),
  };
}
