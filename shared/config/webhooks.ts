import * as z from 'zod';
import { channelFields } from './channel-fields.ts';
import { Address, Id, Text } from './fields.ts';

/** Programs that take findings as signed CloudEvents, by id. */
export const Webhooks = z.record(Id, z.strictObject({ url: Address, secret: Text, ...channelFields }));
