import { parseArgs } from 'node:util';
import { linesOf } from './soak/figures.ts';
import { soak } from './soak/soak.ts';

const { values } = parseArgs({
  options: { burst: { type: 'string', default: '1000' }, minutes: { type: 'string', default: '3' } },
});

const figures = await soak({
  burst: Number(values.burst),
  minutes: Number(values.minutes),
  say: (line) => console.log(line),
});
console.log(['', ...linesOf(figures)].join('\n'));
process.exitCode = figures.missing.length > 0 || figures.throttled > 0 ? 1 : 0;
