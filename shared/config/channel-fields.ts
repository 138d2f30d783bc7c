import * as z from 'zod';
import { Id } from './fields.ts';

/** What may be said of every robot, mailbox and webhook. */
export const channelFields = {
  /** Posts in any minute: less than the robot's own limit, or a share of it where several deployments use one robot. */
  perMinute: z.int().min(3).max(600).optional(),
  /** Tells what this one could not; the next in the file unless said. */
  next: Id.optional(),
  passOnAfterMinutes: z.number().min(1).max(1_440).default(5),
};
