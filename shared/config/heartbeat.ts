import * as z from 'zod';
import { Text, TimeZone } from './fields.ts';

/** The message of every day that says that ackwatch is alive, and what it saw. */
export const Heartbeat = z.strictObject({
  enabled: z.boolean().optional(),
  at: Text.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, { error: 'Expected a time such as 09:00' }).optional(),
  /** Else the time zone of the messages. */
  timeZone: TimeZone.optional(),
});
