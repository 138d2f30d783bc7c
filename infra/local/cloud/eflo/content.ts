import type { Answer } from '../api.ts';

/** An answer as Lingjun's network wraps it. */
export function content(Content: Answer): Answer {
  return { Code: 0, Message: 'success', Content };
}
