import * as z from 'zod';
import { SEVERITIES } from '../model/severity.ts';
import { AccountId, Id, Language, Text, TimeZone } from './fields.ts';

const Several = z.array(Text).min(1).optional();
const Time = Text.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, { error: 'Expected a time such as 22:00' });

/** Which findings go where. */
export const Routes = z.array(
  z.strictObject({
    when: z
      .strictObject({
        severity: z.enum(SEVERITIES).optional(),
        accounts: z.array(AccountId).min(1).optional(),
        clusters: Several,
        environments: Several,
        rows: z.array(Text.regex(/^[RUE]\d{2}$/u, { error: 'Expected a row such as R02' })).optional(),
        regions: Several,
      })
      .default({}),
    to: z.array(Id).min(1),
    language: Language.optional(),
    mentions: z.strictObject({ phones: z.array(Text).default([]), users: z.array(Text).default([]) }).optional(),
    quietHours: z.strictObject({ from: Time, until: Time, timeZone: TimeZone }).optional(),
  }),
);
