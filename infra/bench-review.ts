import { reviewPages } from './bench/review.ts';

const isSmall = process.argv.includes('--small');
const amounts = isSmall
  ? { findings: 5_000, decisions: 50_000, clusters: 10, resources: 5_000 }
  : { findings: 100_000, decisions: 5_000_000, clusters: 40, resources: 40_000 };

console.log(await reviewPages(amounts, (what) => console.error(what)));
