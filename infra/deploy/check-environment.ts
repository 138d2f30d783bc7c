import { loadConfig } from '../../shared/config.ts';
import { variablesIn } from './expressions.ts';
import type { Deployed } from './manifest.ts';

/** Functions that can do nothing without a database. */
const NEED_DATABASE = ['sweep', 'deliver', 'review'];

/** The configuration that goes with the code: functions start in the folder of their code. */
export const CONFIG_FILE = 'ackwatch.yaml';

/**
 * Before a deployment: every variable that s.yaml reads with an empty default must be there, if only to say "not used"
 * by being empty. One that is not there at all would empty what the function has. Then the configuration that the
 * function will get is read as the function reads it.
 */
export async function checkEnvironment(
  text: string,
  { id, props }: Deployed,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly string[]> {
  const { environmentVariables } = props;
  const unset = [...variablesIn(text).keys()].filter(
    (name) => environmentVariables[name] === '' && environment[name] === undefined,
  );
  if (unset.length > 0) {
    return unset.map((name) => `${name} is not set: set it as before, or to nothing (${name}=) when it is not used`);
  }
  const problems: string[] = [];
  const file = environmentVariables['ACKWATCH_CONFIG'] ?? '';
  if (file !== '' && file !== CONFIG_FILE) {
    problems.push(`Expected ACKWATCH_CONFIG to be ${CONFIG_FILE}, beside s.yaml: that is what is uploaded`);
  }
  try {
    const { databaseUrl, channels } = await loadConfig(environmentVariables);
    if (databaseUrl === undefined && NEED_DATABASE.includes(id)) problems.push(`${id} needs DATABASE_URL`);
    if (channels.length === 0)
      problems.push('Nobody would be told: set ACKWATCH_DINGTALK_WEBHOOK or ACKWATCH_SMTP_URL');
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  return problems;
}
