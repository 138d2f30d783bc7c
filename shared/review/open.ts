import type { Cloud } from '../cloud/cloud.ts';
import { openCloud } from '../cloud/openapi.ts';
import { ConfigError } from '../errors.ts';
import type { Surroundings } from '../open.ts';
import type { ReviewStore } from '../store/review.ts';
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
  readonly store?: ReviewStore;
  readonly cloud?: Cloud;
}

/** The page over its configuration. Nothing is connected before the first request; without a database it throws. */
export function openReview(options: ReviewOptions): { readonly app: App; readonly close: () => Promise<void> } {
  const { surroundings, settings, isOnLoopback, exportLimit } = options;
  const { config, region, now, log, credentials } = surroundings;
  if (options.store === undefined && config.databaseUrl === undefined) {
    throw new ConfigError('Expected DATABASE_URL to be set: the review page shows what is in the database');
  }
  const store = options.store ?? openReviewStore({ databaseUrl: config.databaseUrl ?? '', migrate: true });
  const cloud = options.cloud ?? openCloud({ credentials, endpoint: config.endpoint });
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
