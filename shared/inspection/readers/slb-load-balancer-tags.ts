import { tagsOf } from './tags.ts';

/** The tags by which ACK finds its load balancer again. */
export const slbLoadBalancerTags = tagsOf({ kind: 'slb.load-balancer', product: 'slb', type: 'instance', batch: 20 });
