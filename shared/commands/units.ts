import { hasOption, operandsOf, type SimpleCommand } from './simple-command.ts';

/** What a command asks of the system's services. */
export interface UnitChange {
  readonly verb: string;
  readonly units: readonly string[];
}

/** Undefined: it asks nothing, or only how they are. */
export function unitChangeOf({ name, args }: SimpleCommand): UnitChange | undefined {
  if (name === 'systemctl') {
    if (hasOption(args, '-H', '--host')) return undefined;
    const [verb = '', ...units] = operandsOf(args);
    return { verb, units: units.map(plainUnit) };
  }
  if (name === 'service' || name === 'rc-service') {
    const [unit = '', verb = ''] = operandsOf(args);
    return { verb, units: [plainUnit(unit)] };
  }
  if (name === 'chkconfig') {
    const [unit = '', state = ''] = operandsOf(args);
    return { verb: state === 'on' ? 'enable' : state === 'off' ? 'disable' : '', units: [plainUnit(unit)] };
  }
  if (name === 'pkill' || name === 'killall') return { verb: 'kill', units: operandsOf(args) };
  return undefined;
}

function plainUnit(unit: string): string {
  return unit.replace(/\.(?:service|socket|timer)$/u, '');
}
