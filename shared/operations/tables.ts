import type { OperationTable } from '../model/operation.ts';
import { ecs } from './ecs.ts';
import { ess } from './ess.ts';
import { slb } from './slb.ts';
import { tag } from './tag.ts';

/** Every product that ackwatch knows. */
export const tables: readonly OperationTable[] = [slb, ecs, ess, tag];
