import * as z from 'zod';
import { compilePattern, type Pattern } from '../local/event-bridge/pattern.ts';
import { Name, Schedule } from './shapes.ts';

/** A pattern as text, within EventBridge's limits on expressions. */
const FilterPattern = z.string().superRefine((text, context) => {
  try {
    compilePattern(JSON.parse(text) as Pattern);
  } catch (error) {
    context.addIssue(`Expected a pattern of EventBridge: ${error instanceof Error ? error.message : String(error)}`);
  }
});

const common = { triggerName: Name, description: z.string().max(256).optional() };

const EventBridgeTrigger = z.strictObject({
  ...common,
  triggerType: z.literal('eventbridge'),
  triggerConfig: z.strictObject({
    triggerEnable: z.boolean(),
    asyncInvocationType: z.boolean(),
    // What a source of another type takes (batches, retries, a queue) does nothing with the default bus.
    eventSourceConfig: z.strictObject({ eventSourceType: z.literal('Default') }),
    eventRuleFilterPattern: FilterPattern,
  }),
});

const TimerTrigger = z.strictObject({
  ...common,
  triggerType: z.literal('timer'),
  triggerConfig: z.strictObject({
    cronExpression: Schedule,
    enable: z.boolean(),
    payload: z
      .string()
      .max(128 * 1024)
      .optional(),
  }),
});

const HttpTrigger = z.strictObject({
  ...common,
  triggerType: z.literal('http'),
  triggerConfig: z.strictObject({
    authType: z.enum(['anonymous', 'function']),
    disableURLInternet: z.boolean(),
    methods: z.array(z.enum(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])).min(1),
  }),
});

/** A trigger of one of the three types in use, closed: a key that is not known is an error. */
export const Trigger = z.discriminatedUnion('triggerType', [EventBridgeTrigger, TimerTrigger, HttpTrigger]);
export type Trigger = z.infer<typeof Trigger>;
