import { alert } from './bench/alert.ts';
import { coldStart } from './bench/cold-start.ts';
import { matchers } from './bench/matchers.ts';
import { matching } from './bench/matching.ts';
import { scale } from './bench/scale.ts';

const BENCHES: Readonly<Record<string, () => Promise<string>>> = {
  matching,
  matchers,
  'cold-start': coldStart,
  alert,
  scale,
};

// All of them, or those that are named: npm run bench -- scale
const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(BENCHES);
for (const [index, name] of names.entries()) {
  const bench = BENCHES[name];
  if (bench === undefined) throw new Error(`Expected one of ${Object.keys(BENCHES).join(', ')}, got ${name}`);
  console.log(index === 0 ? await bench() : `\n${await bench()}`);
}
