import * as z from 'zod';
import { Folder, Handler, idOf, Name, QueueArn, Region, RoleArn } from './shapes.ts';
import { Trigger } from './triggers.ts';

const Hook = (mostSeconds: number) => z.strictObject({ handler: Handler, timeout: z.int().min(1).max(mostSeconds) });

const AsyncInvoke = z.strictObject({
  maxAsyncEventAgeInSeconds: z.int().min(1).max(2_592_000),
  maxAsyncRetryAttempts: z.int().min(0).max(8),
  destinationConfig: z.strictObject({ onFailure: z.strictObject({ destination: QueueArn }) }),
});

const Log = z.strictObject({
  project: z.string().regex(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/u, 'Expected 3 to 63 small letters, digits and -'),
  logstore: z.string().regex(/^[a-z0-9][a-z0-9_-]{1,61}[a-z0-9]$/u, 'Expected 3 to 63 small letters, digits, - and _'),
  enableRequestMetrics: z.boolean(),
  enableInstanceMetrics: z.boolean(),
  logBeginRule: z.enum(['None', 'DefaultRegex']),
});

/**
 * Everything one function has, after templates and expressions. The component's own schema lets unknown keys and any
 * trigger configuration pass; this one lets neither.
 */
export const FunctionProps = z.strictObject({
  region: Region,
  functionName: Name,
  description: z.string().max(256).optional(),
  runtime: z.literal('nodejs20'),
  handler: Handler,
  code: Folder,
  cpu: z.number().min(0.05).max(16),
  memorySize: z.int().min(128).max(32_768).multipleOf(64),
  diskSize: z.union([z.literal(512), z.literal(10_240)]),
  timeout: z.int().min(1).max(86_400),
  internetAccess: z.boolean(),
  role: RoleArn,
  logConfig: Log,
  environmentVariables: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/u), z.string()),
  concurrencyConfig: z.strictObject({ reservedConcurrency: z.int().min(1).max(100) }),
  asyncInvokeConfig: AsyncInvoke,
  instanceLifecycleConfig: z
    .strictObject({ initializer: Hook(300).optional(), preStop: Hook(90).optional() })
    .optional(),
  vpcConfig: z
    .strictObject({ vpcId: idOf('vpc'), vSwitchIds: z.array(idOf('vsw')).min(1), securityGroupId: idOf('sg') })
    .optional(),
  triggers: z.array(Trigger).min(1),
});
export type FunctionProps = z.infer<typeof FunctionProps>;
