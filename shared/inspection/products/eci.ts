import type { Reader } from '../reader.ts';
import { eciContainerGroup } from '../readers/eci-container-group.ts';
import { eciVirtualNode } from '../readers/eci-virtual-node.ts';

/** The readers of what belongs to Elastic Container Instance. Of one kind, `configuration` stands first: others may depend on it. */
export const READERS: readonly Reader[] = [eciContainerGroup, eciVirtualNode];
