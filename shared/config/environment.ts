import { ConfigError } from '../errors.ts';
import { accountsProblem, memberAccountsIn } from './member-accounts.ts';
import { isTimeZone } from './time-zone.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with a value, as what was expected; undefined when it will do. Never the value: it may be a secret. */
type Check = (value: string) => string | undefined;

const anything: Check = () => undefined;
const timeZone: Check = (value) => (isTimeZone(value) ? undefined : 'Expected an IANA time zone such as Asia/Shanghai');
const address = url('https:', 'http:');

/**
 * What ackwatch reads from the environment. Checked by hand, not by the schema library that reads `ackwatch.yaml`:
 * every cold start passes here, and loading that library costs more than all else that comes before the first event.
 */
const VARIABLES = {
  DATABASE_URL: url('postgres:', 'postgresql:'),
  ACKWATCH_REGIONS: anything,
  ACKWATCH_ACCOUNTS: (text) => accountsProblem(memberAccountsIn(text)),
  ACKWATCH_DINGTALK_WEBHOOK: address,
  ACKWATCH_DINGTALK_SECRET: anything,
  ACKWATCH_DINGTALK_KEYWORD: anything,
  ACKWATCH_SMTP_URL: url('smtp:', 'smtps:'),
  ACKWATCH_EMAIL_FROM: anything,
  ACKWATCH_EMAIL_TO: anything,
  ACKWATCH_LANGUAGE: (value) => (isLanguage(value) ? undefined : 'Expected one of: en, zh, ja'),
  ACKWATCH_TIMEZONE: timeZone,
  ACKWATCH_REVIEW_URL: address,
  ACKWATCH_ENDPOINT: address,
} as const satisfies Record<string, Check>;

/** Reads and checks it; throws one ConfigError that names every variable that is wrong. An empty one counts as unset. */
export function readEnvironment(environment: Environment) {
  const value = (name: keyof typeof VARIABLES): string | undefined => environment[name]?.trim() || undefined;
  const wrong = Object.entries(VARIABLES).flatMap(([name, check]) => {
    const given = environment[name]?.trim();
    const problem = given ? check(given) : undefined;
    return problem === undefined ? [] : [`${name}: ${problem}`];
  });
  if (wrong.length > 0) throw new ConfigError(`Configuration is wrong. ${wrong.join('. ')}.`);
  const webhook = value('ACKWATCH_DINGTALK_WEBHOOK');
  const secret = value('ACKWATCH_DINGTALK_SECRET');
  const language = value('ACKWATCH_LANGUAGE');
  return {
    databaseUrl: value('DATABASE_URL'),
    regions: listed(value('ACKWATCH_REGIONS')),
    accounts: memberAccountsIn(value('ACKWATCH_ACCOUNTS') ?? ''),
    dingtalk: webhook ? { webhook, secret, keyword: value('ACKWATCH_DINGTALK_KEYWORD') ?? 'ackwatch' } : undefined,
    email: emailOf(value('ACKWATCH_SMTP_URL'), value('ACKWATCH_EMAIL_FROM'), listed(value('ACKWATCH_EMAIL_TO'))),
    language: language !== undefined && isLanguage(language) ? language : undefined,
    timeZone: value('ACKWATCH_TIMEZONE'),
    reviewUrl: value('ACKWATCH_REVIEW_URL'),
    endpoint: value('ACKWATCH_ENDPOINT'),
  };
}

function emailOf(smtpUrl: string | undefined, from: string | undefined, to: readonly string[]) {
  if (smtpUrl === undefined) return undefined;
  if (from === undefined || to.length === 0) {
    throw new ConfigError('Expected ACKWATCH_EMAIL_FROM and ACKWATCH_EMAIL_TO to be set along with ACKWATCH_SMTP_URL');
  }
  return { smtpUrl, from, to };
}

function url(...protocols: readonly string[]): Check {
  const expected = `Expected a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`;
  return (text) => (URL.canParse(text) && protocols.includes(new URL(text).protocol) ? undefined : expected);
}

function isLanguage(value: string): value is 'en' | 'zh' | 'ja' {
  return value === 'en' || value === 'zh' || value === 'ja';
}

function listed(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}
