import { openCloud } from '../cloud/openapi.ts';
import { ConfigError } from '../errors.ts';
import type { Surroundings } from '../open.ts';
import { openReviewStore } from '../store/postgres/review/open.ts';
import { openProvider } from './access/provider.ts';
import { createReview } from './app.ts';
import { explain } from './explain.ts';
import type { App } from './review.ts';
import type { ReviewSettings } from './settings.ts';

/** How the page is opened. */
export interface ReviewOptions {
  readonly surroundings: Surroundings;
  readonly settings: ReviewSettings;
  /** Whether the server listens where nobody but this machine reaches it: then nobody has to sign in. */
  readonly isOnLoopback: boolean;
  readonly exportLimit?: number;
}

/** The page over its configuration. Nothing is connected before the first request; without a database it throws. */
export function openReview({ surroundings, settings, isOnLoopback, exportLimit }: ReviewOptions): {
  readonly app: App;
  readonly close: () => Promise<void>;
} {
  const { config, region, now, log, credentials } = surroundings;
  if (config.databaseUrl === undefined) {
    throw new ConfigError('Expected DATABASE_URL to be set: the review page shows what is in the database');
  }
  const store = openReviewStore({ databaseUrl: config.databaseUrl, migrate: true });
  const cloud = openCloud({ credentials, endpoint: config.endpoint });
  const regions = config.regions.length > 0 ? config.regions : [region];
  const { reviewUrl, language, timeZone } = config;
  const app = createReview({
    store,
    settings,
    provider: providerOf(settings, reviewUrl),
    language,
    timeZone,
    reviewUrl,
    isOnLoopback,
    explain: (eventId) => explain(eventId, { cloud, regions, store, now }),
    exportLimit,
    now,
    log,
  });
  return { app, close: store.close };
}

function providerOf({ provider }: ReviewSettings, reviewUrl: string | undefined) {
  if (provider === undefined) return undefined;
  if (reviewUrl === undefined) {
    throw new ConfigError('Expected ACKWATCH_REVIEW_URL to be set: the provider sends people back to it');
  }
  return openProvider(provider, `${reviewUrl.replace(/\/+$/u, '')}/sign-in/callback`);
}
