import type { OperationTable } from '../model/operation.ts';
import { actiontrail } from './actiontrail.ts';
import { alb } from './alb.ts';
import { bss } from './bss.ts';
import { cs } from './cs.ts';
import { eci } from './eci.ts';
import { ecs } from './ecs/ecs.ts';
import { efloController } from './eflo-controller.ts';
import { eflo } from './eflo.ts';
import { ess } from './ess/ess.ts';
import { eventBridge } from './event-bridge.ts';
import { fc, fcOpen } from './fc.ts';
import { ims } from './ims.ts';
import { nas } from './nas.ts';
import { nlb } from './nlb.ts';
import { oos } from './oos.ts';
import { ram } from './ram.ts';
import { resourceManager } from './resource-manager.ts';
import { slb } from './slb.ts';
import { sls } from './sls.ts';
import { tag } from './tag.ts';
import { vpc } from './vpc/vpc.ts';

/** Every product that ackwatch knows. */
export const tables: readonly OperationTable[] = [
  slb,
  alb,
  nlb,
  ecs,
  ess,
  vpc,
  nas,
  ram,
  ims,
  resourceManager,
  tag,
  cs,
  eflo,
  efloController,
  oos,
  bss,
  sls,
  eci,
  actiontrail,
  fc,
  fcOpen,
  eventBridge,
];
