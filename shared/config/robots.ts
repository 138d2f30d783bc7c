import * as z from 'zod';
import { channelFields } from './channel-fields.ts';
import { Address, Id, Text } from './fields.ts';

/** Robots of chat groups, by id. Their addresses hold a token and are secrets. */
export const Robots = z.record(
  Id,
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('dingtalk'),
      webhook: Address,
      secret: Text.optional(),
      keyword: Text.default('ackwatch'),
      ...channelFields,
    }),
    z.strictObject({
      type: z.literal('feishu'),
      webhook: Address,
      secret: Text.optional(),
      keyword: Text.default('ackwatch'),
      ...channelFields,
    }),
    z.strictObject({ type: z.literal('wecom'), webhook: Address, ...channelFields }),
    z.strictObject({ type: z.literal('slack'), webhook: Address, ...channelFields }),
  ]),
);
