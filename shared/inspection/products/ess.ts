import type { Reader } from '../reader.ts';
import { essScalingGroup } from '../readers/ess-scaling-group.ts';
import { essScheduledTask } from '../readers/ess-scheduled-task.ts';

/** The readers of what belongs to Auto Scaling. Of one kind, `configuration` stands first: others may depend on it. */
export const READERS: readonly Reader[] = [essScalingGroup, essScheduledTask];
