import type { OwnedResource } from '../model/resource.ts';

/**
 * Whether a node pool scales by itself, so that another hand on its capacity fights the autoscaler. Where nobody says,
 * the bounds tell: ACK sets 0 and 2000 on a pool that does not. Unknown counts as scaling.
 */
export function isAutoScaled({ facts }: Pick<OwnedResource, 'facts'>): boolean {
  const { autoScaling, minSize, maxSize } = facts;
  return typeof autoScaling === 'boolean' ? autoScaling : !(minSize === 0 && maxSize === 2000);
}
