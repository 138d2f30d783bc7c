import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import filter from '../event-filter.json' with { type: 'json' };
import { bundleFunctions } from '../bundle.ts';
import { checkBundle } from './check-bundle.ts';
import { checkEnvironment, CONFIG_FILE } from './check-environment.ts';
import { checkManifest } from './check-manifest.ts';
import { type Deployed, readManifest } from './manifest.ts';
import { runOffline } from './offline-cli.ts';

/** What is asked: one function or all, and whether it is about to be deployed. */
export interface Asked {
  readonly file: string;
  readonly only?: string | undefined;
  readonly isDeploying: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where bundles are built; what is deployed lies in dist. */
  readonly target?: string;
}

/** The functions that were looked at, and what would not work. */
export interface Checked {
  readonly checked: readonly string[];
  readonly problems: readonly string[];
}

/** Stands in for what only a deployment knows, so that the file can be checked without an account. */
const EXAMPLE = { ACKWATCH_REGION: 'cn-hangzhou', ACKWATCH_ACCOUNT_ID: '1234567890123456' };
const EXAMPLE_VPC = { ACKWATCH_VPC_ID: 'vpc-1', ACKWATCH_VSWITCH_ID: 'vsw-1', ACKWATCH_SECURITY_GROUP_ID: 'sg-1' };

/** Builds what would be uploaded and checks it with the file that describes it. */
export async function check(asked: Asked): Promise<Checked> {
  const { file, only, isDeploying, environment } = asked;
  const text = readFileSync(file, 'utf8');
  const read = readManifest(file, isDeploying ? environment : { ...EXAMPLE, ...EXAMPLE_VPC, ...environment });
  const written = readdirSync('functions').filter((name) => existsSync(`functions/${name}/index.ts`));
  const functions = read.functions.filter(({ id }) => only === undefined || id === only);
  if (only !== undefined && functions.length === 0 && read.problems.length === 0) {
    return { checked: [], problems: [`Expected a function of ${file}, got ${only}`] };
  }
  const around = isDeploying
    ? await Promise.all(functions.map((one) => checkEnvironment(text, one, environment)))
    : [await verifyWithCli(file)];
  const problems = [
    ...read.problems,
    ...checkManifest(read.functions, { text, filter, written }),
    ...around.flat(),
    ...(await checkBundles(functions, asked)),
  ];
  return { checked: functions.map(({ id }) => id), problems: [...new Set(problems)] };
}

/** The CLI itself, offline, with our schema in the place of the component's: what it renders is what is deployed. */
async function verifyWithCli(file: string): Promise<readonly string[]> {
  const start = { folder: process.cwd(), environment: { ...EXAMPLE, ...EXAMPLE_VPC } };
  const { code, output } = await runOffline(['verify', '-t', file], start);
  return code === 0 ? [] : [`s verify: ${output.trim()}`];
}

async function checkBundles(
  functions: readonly Deployed[],
  { only, target = 'dist' }: Asked,
): Promise<readonly string[]> {
  if (functions.length === 0) return [];
  const bundles = await bundleFunctions('functions', target, only);
  const found = await Promise.all(
    functions.map(async (one) => {
      const bundle = bundles.find(({ name }) => name === one.id);
      if (bundle === undefined) return [`${one.id}: Expected a bundle`];
      placeConfig(one, bundle.folder);
      return checkBundle(one, bundle, secretsOf(one));
    }),
  );
  return found.flat();
}

/** What functions read at start lies beside their code. */
function placeConfig({ props }: Deployed, folder: string): void {
  if (props.environmentVariables['ACKWATCH_CONFIG'] !== CONFIG_FILE || !existsSync(CONFIG_FILE)) return;
  copyFileSync(CONFIG_FILE, join(folder, CONFIG_FILE));
}

/** Values long enough not to stand in a bundle by chance. */
function secretsOf({ props }: Deployed): readonly string[] {
  const names = ['DATABASE_URL', 'ACKWATCH_DINGTALK_WEBHOOK', 'ACKWATCH_DINGTALK_SECRET', 'ACKWATCH_SMTP_URL'];
  return names.map((name) => props.environmentVariables[name] ?? '').filter((value) => value.length >= 8);
}
