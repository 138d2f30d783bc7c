import { createHash } from 'node:crypto';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

/** One file of the page; its name changes with its content, so that it may be kept for ever. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly text: string;
}

export const style = asset('style', 'css', 'text/css; charset=utf-8', STYLE);
export const script = asset('script', 'js', 'text/javascript; charset=utf-8', SCRIPT);

/** Every file by its path. */
export const ASSETS: ReadonlyMap<string, Asset> = new Map([style, script].map((one) => [one.path, one]));

function asset(name: string, extension: string, type: string, text: string): Asset {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { path: `/assets/${name}.${hash}.${extension}`, type, text };
}
