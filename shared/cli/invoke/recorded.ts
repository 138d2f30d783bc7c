import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Decoded, decode } from '../../sources/actiontrail/decode.ts';

const READABLE = /\.(?:json|jsonl|ndjson|log|txt)(?:\.gz)?$/u;

/** The files of a folder, below it too, by name; or the one file. */
export function filesIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => READABLE.test(name))
    .map((name) => join(path, name))
    .toSorted();
}

/**
 * The events of one file: one event, an array, or one a line; packed or not; as a trail delivers them to OSS, and as the
 * log service exports them (the record under `event`, as text or object).
 */
export function recordedIn(file: string, now: Date): readonly Decoded[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trim();
  return parsed(text).flatMap((value) => decode(fromExport(value), now));
}

function parsed(text: string): readonly unknown[] {
  if (text === '') return [];
  try {
    const whole: unknown = JSON.parse(text);
    return Array.isArray(whole) ? whole : [whole];
  } catch {
    return text.split('\n').filter((line) => line.trim() !== '');
  }
}

function fromExport(value: unknown): unknown {
  const row = typeof value === 'string' ? tryParse(value) : value;
  if (typeof row !== 'object' || row === null || !('event' in row)) return row;
  return 'eventName' in row ? row : row.event;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
