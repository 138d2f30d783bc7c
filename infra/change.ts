import { readChange } from './local/start/change-call.ts';
import { readState } from './local/start/local-state.ts';
import { callSdk } from './local/start/sdk-call.ts';

const USAGE = `Usage: npm run change -- [--as <who>] <product> <action> [Name=value ...]

Makes one signed call to the local cloud of a running npm start, as alice unless said otherwise.

  npm run change -- ecs DeleteInstance InstanceId=i-... Force=true
  npm run change -- --as root slb DescribeLoadBalancers
  npm run change -- cs GET /clusters/<id>/nodepools`;

const args = process.argv.slice(2);
if (args.length === 0 || args.includes('--help')) {
  console.log(USAGE);
} else {
  try {
    process.exitCode = await change();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}

async function change(): Promise<number> {
  const { as, call } = readChange(args);
  const state = readState();
  if (state === undefined) throw new Error('Expected npm start to be running in another terminal');
  const signer = state.signers[as];
  if (signer === undefined) throw new Error(`Expected --as ${Object.keys(state.signers).join(', ')}, got ${as}`);
  const { requestId, refused, answer } = await callSdk(signer, state, call).catch((cause: unknown) => {
    throw new Error(`The local cloud at ${state.endpoint} did not answer: is npm start still running?`, { cause });
  });
  console.log(refused === undefined ? JSON.stringify(answer, null, 2) : `Refused: ${refused} (request ${requestId})`);
  return refused === undefined ? 0 : 1;
}
