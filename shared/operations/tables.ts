import type { OperationTable } from '../model/operation.ts';
import { alb } from './alb.ts';
import { ecs } from './ecs/ecs.ts';
import { ess } from './ess.ts';
import { nlb } from './nlb.ts';
import { slb } from './slb.ts';
import { tag } from './tag.ts';

/** Every product that ackwatch knows. */
export const tables: readonly OperationTable[] = [slb, alb, nlb, ecs, ess, tag];
