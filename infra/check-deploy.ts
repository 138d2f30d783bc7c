import { parseArgs } from 'node:util';
import { check } from './deploy/check.ts';

/** `npm run check:deploy [-- <function>] [--deploying]`: exit code 1 where something would not work in the cloud. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { file: { type: 'string', default: 's.yaml' }, deploying: { type: 'boolean', default: false } },
});
const { checked, problems } = await check({
  file: values.file,
  only: positionals[0],
  isDeploying: values.deploying,
  environment: process.env,
});
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log(`${values.file}: ${checked.join(', ')} can be deployed`);
process.exitCode = problems.length === 0 ? 0 : 1;
