import * as z from 'zod';

/** How often the sweep, which comes every ten minutes, looks at all that a cluster owns. */
export const Reconcile = z.strictObject({ inventoryEveryMinutes: z.int().min(10).max(1_440).optional() });
