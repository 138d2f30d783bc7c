import { tagsOf } from './tags.ts';

/** The tags by which ACK finds its Network Load Balancer again. */
export const nlbLoadBalancerTags = tagsOf({
  kind: 'nlb.load-balancer',
  product: 'nlb',
  type: 'loadbalancer',
  batch: 20,
});

/** Server groups carry the same ones. */
export const nlbServerGroupTags = tagsOf({ kind: 'nlb.server-group', product: 'nlb', type: 'servergroup', batch: 20 });
