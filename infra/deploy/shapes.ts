import * as z from 'zod';
import { readSchedule } from '../local/function-compute/schedule.ts';

const REGION = String.raw`[a-z]{2}-[a-z]+(?:-[a-z0-9]+)*`;

/** A region of Alibaba Cloud. */
export const Region = z.string().regex(new RegExp(`^${REGION}$`, 'u'), 'Expected a region such as cn-hangzhou');

/** A RAM role in lower case: the component lower-cases it, and RAM compares with case. */
export const RoleArn = z
  .string()
  .regex(/^acs:ram::\d{1,20}:role\/[a-z0-9.@-]{1,64}$/u, 'Expected acs:ram::<account id>:role/<name in lower case>');

/** A queue that takes what failed for good. */
export const QueueArn = z
  .string()
  .regex(
    new RegExp(String.raw`^acs:mns:${REGION}:\d{1,20}:\/queues\/[A-Za-z0-9][\w-]{0,254}\/messages$`, 'u'),
    'Expected acs:mns:<region>:<account id>:/queues/<name>/messages',
  );

/** A name that Function Compute takes for a function or a trigger. */
export const Name = z.string().regex(/^[A-Za-z_][\w-]{0,63}$/u, 'Expected letters, digits, - and _');

/** A file and an export in it. */
export const Handler = z.string().regex(/^[\w-]+\.[A-Za-z_$][\w$]*$/u, 'Expected file.export');

/** A folder below this one. */
export const Folder = z
  .string()
  .regex(/^\.\/[\w-]+(?:\/[\w-]+)*$/u, 'Expected a folder below this one, such as ./dist/sweep');

/** A time that comes. */
export const Schedule = z.string().superRefine((expression, context) => {
  try {
    readSchedule(expression)(new Date());
  } catch (error) {
    context.addIssue(error instanceof Error ? error.message : String(error));
  }
});

/** An id with the prefix that its kind has. */
export const idOf = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}-[a-z0-9]+$`, 'u'), `Expected an id ${prefix}-…`);
