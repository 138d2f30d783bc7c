import * as z from 'zod';
import { CloudError } from '../errors.ts';
import type { Cloud, CloudCall } from './cloud.ts';

/** Calls and reads the fields of `schema` from the answer; an answer of another shape is a CloudError `Nonsense`. */
export async function ask<T>(cloud: Cloud, call: CloudCall, schema: z.ZodType<T>): Promise<T> {
  const read = schema.safeParse(await cloud.call(call));
  if (read.success) return read.data;
  throw new CloudError(
    'Nonsense',
    `${call.product}:${call.action} answered in another shape: ${z.prettifyError(read.error)}`,
  );
}

/** A text that may be missing, null or empty: all three mean absent. */
export const optionalText: z.ZodType<string | undefined> = z
  .string()
  .nullish()
  .transform((text) => (text === null || text === '' ? undefined : text));

/** The list in Alibaba Cloud's wrapper (`{ Disks: { Disk: [...] } }`), empty when anything of it is missing. */
export function wrapped<T>(member: string, item: z.ZodType<T>): z.ZodType<readonly T[]> {
  return z
    .object({ [member]: z.array(item).nullish() })
    .nullish()
    .transform((wrapper): readonly T[] => wrapper?.[member] ?? []);
}

const tag = z.object({
  TagKey: z.string().optional(),
  TagValue: z.string().optional(),
  Key: z.string().optional(),
  Value: z.string().optional(),
});

/** Tags in any of their wrappings, as a map. */
export const tags: z.ZodType<ReadonlyMap<string, string>> = z
  .union([z.array(tag), z.object({ Tag: z.array(tag).nullish() })])
  .nullish()
  .transform((given) => {
    const list = Array.isArray(given) ? given : (given?.Tag ?? []);
    return new Map(list.map((item) => [item.TagKey ?? item.Key ?? '', item.TagValue ?? item.Value ?? '']));
  });
