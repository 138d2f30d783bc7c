import { Hono } from 'hono';
import { ASSETS } from '../assets/assets.ts';
import type { App } from '../review.ts';

/** Style and script: named by their content, so they may be kept for a year. */
export function assetRoutes(): App {
  const app: App = new Hono();
  for (const { path, type, text } of ASSETS.values()) {
    app.get(path, (c) =>
      c.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' }),
    );
  }
  return app;
}
