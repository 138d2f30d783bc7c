import { alert } from './bench/alert.ts';
import { coldStart } from './bench/cold-start.ts';
import { matchers } from './bench/matchers.ts';
import { matching } from './bench/matching.ts';

console.log(await matching());
console.log('');
console.log(await matchers());
console.log('');
console.log(await coldStart());
console.log('');
console.log(await alert());
