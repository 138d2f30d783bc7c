import * as z from 'zod';
import { channelFields } from './channel-fields.ts';
import { Id, Text, Url } from './fields.ts';

/** Mailboxes, by id. */
export const Mailboxes = z.record(
  Id,
  z.strictObject({
    smtpUrl: Url(['smtp:', 'smtps:']),
    from: Text,
    to: z.array(Text).min(1).readonly(),
    ...channelFields,
  }),
);
