import type { Reader } from '../reader.ts';
import { csAddOns } from '../readers/cs-add-ons.ts';
import { csCluster } from '../readers/cs-cluster.ts';
import { csNodePool } from '../readers/cs-node-pool.ts';
import { csRepairPolicies } from '../readers/cs-repair-policies.ts';

/** The readers of what belongs to Container Service. Of one kind, `configuration` stands first: others may depend on it. */
export const READERS: readonly Reader[] = [csCluster, csAddOns, csRepairPolicies, csNodePool];
