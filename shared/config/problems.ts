import type * as z from 'zod';

/** Every place that is wrong and what is expected there; never the value, which may be a secret. */
export function problemsOf(error: z.ZodError): string {
  return error.issues
    .map((issue) => {
      const place = issue.path.join('.');
      if (issue.code !== 'unrecognized_keys') return `${place}: ${issue.message}`;
      const keys = issue.keys.map((key) => [...issue.path, key].join('.'));
      return `${keys.join(', ')}: unknown, perhaps misspelt`;
    })
    .join('. ');
}
