import { openCloud } from '../../cloud/openapi.ts';
import { type Config, loadConfig } from '../../config.ts';
import { openAccount } from '../account.ts';
import { EXIT, type Exit, type Terminal } from '../command.ts';
import { checkChannels } from './channels.ts';
import { failed, fail, type Line, pass, type Patient, skip } from './check.ts';
import { checkClusters } from './clusters.ts';
import { checkDatabase } from './database.ts';
import { checkEventRule } from './event-rule.ts';
import { checkLinkedRoles } from './linked-roles.ts';
import { checkMembers } from './members.ts';
import { checkPermissions } from './permissions.ts';
import { checkTrail } from './trail.ts';

/** What was asked for. */
export interface Asked {
  readonly regions?: string | undefined;
  readonly account?: string | undefined;
  readonly isToSend: boolean;
  readonly json: boolean;
}

const MARKS = { pass: 'ok  ', fail: 'FAIL', skip: '-   ' };

/** Looks at everything that can be wrong, in the order in which to mend it, and says of each what to do. */
export async function runDoctor(asked: Asked, terminal: Terminal): Promise<Exit> {
  const lines: Line[] = [];
  const tell = (found: readonly Line[]): void => {
    lines.push(...found);
    if (!asked.json) for (const line of found) terminal.out(textOf(line));
  };
  const config = await configIn(terminal, tell);
  if (config !== undefined) {
    const patient = await patientFor(asked, terminal, tell);
    const cloudChecks = [checkPermissions, checkLinkedRoles, checkEventRule, checkTrail, checkClusters, checkMembers];
    if (patient !== undefined) for (const check of cloudChecks) tell(await check(patient));
    tell(await checkDatabase(config));
    tell(await checkChannels(config, asked.isToSend, new Date()));
  }
  const failures = lines.filter(({ state }) => state === 'fail').length;
  if (asked.json) terminal.out(JSON.stringify({ ok: failures === 0, checks: lines }, null, 2));
  else terminal.out(failures === 0 ? 'Everything that was looked at is in order.' : `${failures} to mend.`);
  return failures === 0 ? EXIT.ok : EXIT.found;
}

type Tell = (found: readonly Line[]) => void;

async function configIn({ environment }: Terminal, tell: Tell): Promise<Config | undefined> {
  try {
    const config = await loadConfig(environment);
    tell([pass('configuration: read')]);
    return config;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    tell([fail(`configuration: ${why}`, 'Correct what it names; everything else is looked at after that.')]);
    return undefined;
  }
}

async function patientFor(asked: Asked, terminal: Terminal, tell: Tell): Promise<Patient | undefined> {
  try {
    const account = await openAccount(asked, terminal);
    const { config, credentials, accountId, regions } = account;
    tell([pass(`credentials: account ${accountId}, regions ${regions.join(', ')}`)]);
    return { account, cloud: openCloud({ credentials, endpoint: config.endpoint }) };
  } catch (error) {
    tell([failed('credentials', error), skip('the cloud was not looked at')]);
    return undefined;
  }
}

function textOf(line: Line): string {
  const text = `${MARKS[line.state]} ${line.text}`;
  return line.state === 'fail' ? `${text}\n       ${line.fix}` : text;
}
