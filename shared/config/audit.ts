import * as z from 'zod';

/** How long the audit keeps what it has sealed; afterwards the seal stands for it. */
export const Audit = z.strictObject({ keepDays: z.int().min(90).max(3_650).optional() });
