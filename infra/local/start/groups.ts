import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Delivered, type Robot, startRobot } from '../dingtalk/robot.ts';

/** Who is told: a group with its robot, or several, and what the functions need to find them. */
export interface Groups {
  readonly robots: readonly Robot[];
  readonly environment: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** How to start them. */
export interface GroupsStart {
  /** Clusters with a team of their own, by name; none: one team for everything. */
  readonly teams: readonly string[];
  /** Where their configuration may be written. */
  readonly folder: string;
  readonly onMessage: (delivered: Delivered) => void;
}

/** Starts one robot for everybody, as the environment variables have it; or one a team, as a larger deployment has them. */
export async function startGroups({ teams, folder, onMessage }: GroupsStart): Promise<Groups> {
  const secret = `SEC${randomBytes(16).toString('hex')}`;
  const start = () => startRobot({ secret, keyword: 'ackwatch', onMessage });
  const robots = await Promise.all(teams.length === 0 ? [start()] : teams.map(start));
  const stop = async (): Promise<void> => void (await Promise.all(robots.map((robot) => robot.stop())));
  const [only] = robots;
  if (teams.length === 0 && only !== undefined) {
    const environment = { ACKWATCH_DINGTALK_WEBHOOK: only.webhook, ACKWATCH_DINGTALK_SECRET: secret };
    return { robots, stop, environment };
  }
  const file = join(folder, 'ackwatch.yaml');
  writeFileSync(file, JSON.stringify(configurationOf(teams, robots, secret), null, 2)); // JSON is YAML
  return { robots, stop, environment: { ACKWATCH_CONFIG: file } };
}

function configurationOf(teams: readonly string[], robots: readonly Robot[], secret: string) {
  const named = robots.map(({ webhook }, at) => [`${teams[at]}-team`, { type: 'dingtalk', webhook, secret }] as const);
  return {
    robots: Object.fromEntries(named),
    routes: teams.map((team) => ({ when: { clusters: [team] }, to: [`${team}-team`] })),
  };
}
