import { tagsOf } from './tags.ts';

const named = { product: 'alb', batch: 20, untag: 'UnTagResources' } as const;

/** The tags by which ACK finds its Application Load Balancer again. */
export const albLoadBalancerTags = tagsOf({ ...named, kind: 'alb.load-balancer', type: 'loadbalancer' });

/** Server groups carry the same ones, and which Ingress they serve. */
export const albServerGroupTags = tagsOf({ ...named, kind: 'alb.server-group', type: 'servergroup' });
