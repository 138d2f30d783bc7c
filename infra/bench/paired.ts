/** The middle of the values; the upper of the two where there is no middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Measures each contender once per round, in turns, so that what slows the machine slows all; the first round warms up. */
export async function paired<Name extends string, Figures>(
  rounds: number,
  contenders: Readonly<Record<Name, () => Figures | Promise<Figures>>>,
): Promise<Readonly<Record<Name, readonly Figures[]>>> {
  const names = Object.keys(contenders) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as Figures[]])) as Record<Name, Figures[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const figures = await contenders[name]();
      if (round > 0) taken[name].push(figures);
    }
  }
  return taken;
}

/** The median over the rounds of what one contender took, as a share of what the baseline took in the same round. */
export function ratio(of: readonly number[], baseline: readonly number[]): number {
  return median(of.map((value, index) => value / (baseline[index] ?? Number.NaN)));
}

/** A table as the README shows it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
