import * as z from 'zod';
import { ConfigError } from './errors.ts';

const Text = z.string().trim().min(1);
const TimeZone = Text.refine(isTimeZone, { error: 'Expected an IANA time zone such as Asia/Shanghai' });
const Url = (protocols: readonly string[]) =>
  Text.refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `Expected a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

/** What ackwatch reads from the environment. An empty variable counts as unset. */
const Environment = z.object({
  DATABASE_URL: Url(['postgres:', 'postgresql:']).optional(),
  ACKWATCH_REGIONS: Text.optional(),
  ACKWATCH_DINGTALK_WEBHOOK: Url(['https:', 'http:']).optional(),
  ACKWATCH_DINGTALK_SECRET: Text.optional(),
  ACKWATCH_DINGTALK_KEYWORD: Text.default('ackwatch'),
  ACKWATCH_SMTP_URL: Url(['smtp:', 'smtps:']).optional(),
  ACKWATCH_EMAIL_FROM: Text.optional(),
  ACKWATCH_EMAIL_TO: Text.optional(),
  ACKWATCH_LANGUAGE: z.enum(['en', 'zh', 'ja']).default('en'),
  ACKWATCH_TIMEZONE: TimeZone.default('Asia/Shanghai'),
  ACKWATCH_REVIEW_URL: Url(['https:', 'http:']).optional(),
  ACKWATCH_ENDPOINT: Url(['https:', 'http:']).optional(),
});

/** Everything that can be set, checked. */
export interface Config {
  readonly databaseUrl: string | undefined;
  /** Empty: the function's own region. */
  readonly regions: readonly string[];
  readonly dingtalk:
    | { readonly webhook: string; readonly secret: string | undefined; readonly keyword: string }
    | undefined;
  readonly email: { readonly smtpUrl: string; readonly from: string; readonly to: readonly string[] } | undefined;
  readonly language: 'en' | 'zh' | 'ja';
  readonly timeZone: string;
  readonly reviewUrl: string | undefined;
  readonly endpoint: string | undefined;
}

/** Reads and checks the environment; throws one ConfigError that names every variable that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const read = Environment.safeParse(given);
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new ConfigError(`Configuration is wrong. ${wrong.join('. ')}.`);
  }
  const env = read.data;
  return {
    databaseUrl: env.DATABASE_URL,
    regions: listed(env.ACKWATCH_REGIONS),
    dingtalk: env.ACKWATCH_DINGTALK_WEBHOOK
      ? {
          webhook: env.ACKWATCH_DINGTALK_WEBHOOK,
          secret: env.ACKWATCH_DINGTALK_SECRET,
          keyword: env.ACKWATCH_DINGTALK_KEYWORD,
        }
      : undefined,
    email: emailOf(env),
    language: env.ACKWATCH_LANGUAGE,
    timeZone: env.ACKWATCH_TIMEZONE,
    reviewUrl: env.ACKWATCH_REVIEW_URL,
    endpoint: env.ACKWATCH_ENDPOINT,
  };
}

function emailOf(env: z.infer<typeof Environment>): Config['email'] {
  if (env.ACKWATCH_SMTP_URL === undefined) return undefined;
  const to = listed(env.ACKWATCH_EMAIL_TO);
  if (env.ACKWATCH_EMAIL_FROM === undefined || to.length === 0) {
    throw new ConfigError('Expected ACKWATCH_EMAIL_FROM and ACKWATCH_EMAIL_TO to be set along with ACKWATCH_SMTP_URL');
  }
  return { smtpUrl: env.ACKWATCH_SMTP_URL, from: env.ACKWATCH_EMAIL_FROM, to };
}

function listed(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
