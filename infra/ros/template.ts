import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ros from '@alicloud/ros-cdk-core';

/** A template of Resource Orchestration Service, as anybody can upload it in the console. */
export interface Template {
  readonly ROSTemplateFormatVersion: string;
  readonly Description: string;
  readonly Parameters?: Readonly<Record<string, object>>;
  readonly Conditions?: Readonly<Record<string, object>>;
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> }>
  >;
  readonly Outputs?: Readonly<Record<string, object>>;
}

/** Synthesises one stack. The toolkit checks every property against its schema on the way. */
export function templateOf(description: string, declare: (stack: ros.Stack) => void): Template {
  const outdir = mkdtempSync(join(tmpdir(), 'ackwatch-ros-'));
  try {
    const app = new ros.App({ outdir });
    const stack = new ros.Stack(app, 'ackwatch', { description });
    declare(stack);
    const { Metadata: _, ...template } = app.synth().getStackByName('ackwatch').template as Record<string, unknown>;
    return { Description: description, ...template } as unknown as Template; // what the toolkit has just checked
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** A text with `${…}` that ROS fills in: parameters, and `ALIYUN::TenantId` (the account) or `ALIYUN::Region`. */
export const sub = (text: string): string => ros.Fn.sub(text);
