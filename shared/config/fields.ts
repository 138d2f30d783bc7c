import * as z from 'zod';
import { isAccountId } from './member-accounts.ts';
import { isTimeZone } from './time-zone.ts';

/** Text that says something. */
export const Text = z.string().trim().min(1);

/** Between quotes: YAML takes sixteen digits for a number. */
export const AccountId = z
  .string({ error: 'Expected an account id as text, between quotes' })
  .refine(isAccountId, { error: 'Expected an account id of 16 digits, between quotes' });

/** IANA name. */
export const TimeZone = Text.refine(isTimeZone, { error: 'Expected an IANA time zone such as Asia/Shanghai' });

/** The languages that messages are written in. */
export const Language = z.enum(['en', 'zh', 'ja']);

/** A URL of one of these protocols. */
export const Url = (protocols: readonly string[]) =>
  Text.refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `Expected a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

/** An address that takes posts. */
export const Address = Url(['https:', 'http:']);

/** Names a robot, a mailbox or a webhook: in routes, in logs, and in messages. */
export const Id = Text.regex(/^[a-z][a-z0-9-]{0,39}$/u, {
  error: 'Expected lower-case letters, digits and hyphens, at most 40',
});
