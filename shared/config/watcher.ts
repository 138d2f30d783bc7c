import * as z from 'zod';
import { Text } from './fields.ts';

/** What ackwatch itself is made of: functions, roles and event rules with these names; `*` stands for any ending. */
export const Watcher = z.strictObject({ names: z.array(Text).min(1).optional() });
