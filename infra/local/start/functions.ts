import type { FunctionDefinition } from '../function-compute/contract.ts';

/** Minutes and hours as the deployment has them; delivery comes more often, because somebody watches. */
const TIMERS = { sweep: '@every 10m', deliver: '@every 15s' } as const;

/** What the functions need to find: the same variables as in the cloud. */
export interface Wiring {
  /** Where the bundles are, one folder each. */
  readonly folder: string;
  readonly databaseUrl: string;
  readonly endpoint: string;
  /** The variables that lead to the robots. */
  readonly channels: Readonly<Record<string, string>>;
  readonly smtpUrl: string;
  readonly language: string;
}

/** The functions of a deployment, wired to what runs on this machine. */
export function functionsFor(wiring: Wiring): readonly FunctionDefinition[] {
  const environment = {
    DATABASE_URL: wiring.databaseUrl,
    ACKWATCH_ENDPOINT: wiring.endpoint,
    ...wiring.channels,
    ACKWATCH_SMTP_URL: wiring.smtpUrl,
    ACKWATCH_EMAIL_FROM: 'ackwatch@example.com',
    ACKWATCH_EMAIL_TO: 'on-call@example.com',
    ACKWATCH_LANGUAGE: wiring.language,
  };
  const timer = (name: keyof typeof TIMERS) => [{ name, cronExpression: TIMERS[name] }];
  const common = (name: string) => ({ name, folder: `${wiring.folder}/${name}`, environment });
  return [
    { ...common('actiontrail'), timeoutMs: 30_000 },
    { ...common('sweep'), timeoutMs: 600_000, maximumInstances: 1, maximumRetries: 0, triggers: timer('sweep') },
    { ...common('deliver'), timeoutMs: 60_000, maximumInstances: 1, maximumRetries: 0, triggers: timer('deliver') },
  ];
}
