import type { Reader } from '../reader.ts';
import { slsCollectionConfig } from '../readers/sls-collection-config.ts';
import { slsLogstore } from '../readers/sls-logstore.ts';
import { slsMachineGroup } from '../readers/sls-machine-group.ts';
import { slsProject } from '../readers/sls-project.ts';

/** The readers of what belongs to Log Service. Of one kind, `configuration` stands first: others may depend on it. */
export const READERS: readonly Reader[] = [slsProject, slsLogstore, slsMachineGroup, slsCollectionConfig];
