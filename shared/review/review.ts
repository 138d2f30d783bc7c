import type { Context, Hono } from 'hono';
import type { Language } from '../model/text.ts';
import type { ReviewStore } from '../store/review.ts';
import type { Provider } from './access/provider.ts';
import type { Explained } from './explain.ts';
import type { ReviewSettings } from './settings.ts';
import type { View } from './view.ts';

/** What the page is made of; everything that reaches outside comes in here. */
export interface Review {
  readonly store: ReviewStore;
  readonly settings: ReviewSettings;
  readonly provider?: Provider | undefined;
  readonly language: Language;
  readonly timeZone: string;
  /** The address under which people open it; its path stands before every other. */
  readonly reviewUrl?: string | undefined;
  /** Nobody but this machine can reach the server: requests of its own need no sign-in. */
  readonly isOnLoopback: boolean;
  /** Reads an event from the trail again; absent where there is no way to it. */
  readonly explain?: ((eventId: string) => Promise<Explained>) | undefined;
  /** How many findings an export holds, where an answer's size is bounded. */
  readonly exportLimit?: number | undefined;
  readonly now: () => Date;
  readonly log: (message: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** What a server tells of a request besides itself. */
interface Environment {
  Bindings: { readonly source?: string | undefined };
  Variables: { view: View; isSecure: boolean; session: string | undefined };
}

export type App = Hono<Environment>;
export type Call = Context<Environment>;
