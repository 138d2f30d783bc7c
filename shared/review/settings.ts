import * as z from 'zod';
import { ConfigError } from '../errors.ts';

/** How people sign in. */
export interface ReviewSettings {
  /** Any OpenID provider; `https://oauth.aliyun.com` is RAM's. Absent: personal tokens alone. */
  readonly provider?: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | undefined;
  /** Who may act: subjects, verified addresses, RAM principals, or `@domain` for everybody of it. */
  readonly reviewers: readonly string[];
  /** Who may look besides them. */
  readonly viewers: readonly string[];
  readonly sessionHours: number;
}

const Text = z.string().trim().min(1);
const Environment = z.object({
  ACKWATCH_REVIEW_ISSUER: z.url({ protocol: /^https?$/u }).optional(),
  ACKWATCH_REVIEW_CLIENT_ID: Text.optional(),
  ACKWATCH_REVIEW_CLIENT_SECRET: Text.optional(),
  ACKWATCH_REVIEW_REVIEWERS: Text.default(''),
  ACKWATCH_REVIEW_VIEWERS: Text.default(''),
  ACKWATCH_REVIEW_SESSION_HOURS: z.coerce.number().int().min(1).max(168).default(12),
});

/** Reads and checks what the page alone needs of the environment; throws one ConfigError that names what is wrong. */
export function readReviewSettings(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): ReviewSettings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const read = Environment.safeParse(given);
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new ConfigError(`Configuration is wrong. ${wrong.join('. ')}.`);
  }
  const env = read.data;
  return {
    provider: providerOf(env),
    reviewers: listed(env.ACKWATCH_REVIEW_REVIEWERS),
    viewers: listed(env.ACKWATCH_REVIEW_VIEWERS),
    sessionHours: env.ACKWATCH_REVIEW_SESSION_HOURS,
  };
}

function providerOf(env: z.infer<typeof Environment>): ReviewSettings['provider'] {
  const {
    ACKWATCH_REVIEW_ISSUER: issuer,
    ACKWATCH_REVIEW_CLIENT_ID: clientId,
    ACKWATCH_REVIEW_CLIENT_SECRET: clientSecret,
  } = env;
  if (issuer === undefined) return undefined;
  if (clientId === undefined || clientSecret === undefined) {
    throw new ConfigError(
      'Expected ACKWATCH_REVIEW_CLIENT_ID and ACKWATCH_REVIEW_CLIENT_SECRET along with ACKWATCH_REVIEW_ISSUER',
    );
  }
  if (env.ACKWATCH_REVIEW_REVIEWERS === '' && env.ACKWATCH_REVIEW_VIEWERS === '') {
    throw new ConfigError(
      'Expected ACKWATCH_REVIEW_REVIEWERS or ACKWATCH_REVIEW_VIEWERS: nobody whom the provider knows may come in otherwise',
    );
  }
  return { issuer, clientId, clientSecret };
}

function listed(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter(Boolean);
}
