import * as z from 'zod';
import { ConfigError } from '../errors.ts';
import { Address, Language, Text, TimeZone, Url } from './fields.ts';
import { problemsOf } from './problems.ts';

/** What ackwatch reads from the environment. An empty variable counts as unset. */
const Environment = z.object({
  DATABASE_URL: Url(['postgres:', 'postgresql:']).optional(),
  ACKWATCH_REGIONS: Text.optional(),
  ACKWATCH_DINGTALK_WEBHOOK: Address.optional(),
  ACKWATCH_DINGTALK_SECRET: Text.optional(),
  ACKWATCH_DINGTALK_KEYWORD: Text.default('ackwatch'),
  ACKWATCH_SMTP_URL: Url(['smtp:', 'smtps:']).optional(),
  ACKWATCH_EMAIL_FROM: Text.optional(),
  ACKWATCH_EMAIL_TO: Text.optional(),
  ACKWATCH_LANGUAGE: Language.optional(),
  ACKWATCH_TIMEZONE: TimeZone.optional(),
  ACKWATCH_REVIEW_URL: Address.optional(),
  ACKWATCH_ENDPOINT: Address.optional(),
});

/** Reads and checks it; throws one ConfigError that names every variable that is wrong. */
export function readEnvironment(environment: Readonly<Record<string, string | undefined>>) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const read = Environment.safeParse(given);
  if (!read.success) throw new ConfigError(`Configuration is wrong. ${problemsOf(read.error)}.`);
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

function emailOf(env: z.infer<typeof Environment>) {
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
