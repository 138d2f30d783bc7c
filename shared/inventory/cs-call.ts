import type { CloudCall } from '../cloud/cloud.ts';
import type { Cluster } from '../model/resource.ts';

/** A CS call under `/clusters/{id}`. */
export function csCall(
  cluster: Cluster,
  action: string,
  suffix: string,
  deadline: number,
  params: CloudCall['params'] = {},
): CloudCall {
  const path = `/clusters/${encodeURIComponent(cluster.id)}${suffix}`;
  return { product: 'cs', action, region: cluster.region, path, params, deadline };
}
