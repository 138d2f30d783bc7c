import { CloudError } from '../errors.ts';
import type { CloudCall } from './cloud.ts';

/** A product of Alibaba Cloud that ackwatch calls. */
export type Product = CloudCall['product'];

/** API version of each product. */
export const VERSIONS: Readonly<Record<Product, string>> = {
  slb: '2014-05-15',
  alb: '2020-06-16',
  nlb: '2022-04-30',
  ecs: '2014-05-26',
  ess: '2014-08-28',
  vpc: '2016-04-28',
  nas: '2017-06-26',
  eflo: '2022-05-30',
  'eflo-controller': '2022-12-15',
  eci: '2018-08-08',
  cs: '2015-12-15',
  tag: '2018-08-28',
  ram: '2015-05-01',
  ims: '2019-08-15',
  sts: '2015-04-01',
  sls: '2020-12-30',
  actiontrail: '2020-07-06',
};

/** Regions whose SLB, ECS and ESS calls go to the central address. */
const CENTRAL = new Set([
  'cn-qingdao',
  'cn-beijing',
  'cn-hangzhou',
  'cn-shanghai',
  'cn-shenzhen',
  'cn-hongkong',
  'ap-southeast-1',
  'us-east-1',
  'us-west-1',
]);
const CENTRAL_PRODUCTS: ReadonlySet<Product> = new Set<Product>(['slb', 'ecs', 'ess']);

/** Where a product answers for a region: protocol and host. `override` is an origin that replaces every endpoint. */
export function endpointOf(
  product: Product,
  region: string,
  override?: string,
): { readonly protocol: 'http' | 'https'; readonly host: string } {
  if (override !== undefined && override !== '') {
    const origin = new URL(override);
    return { protocol: origin.protocol === 'http:' ? 'http' : 'https', host: origin.host };
  }
  const central =
    product === 'ram' ||
    product === 'ims' ||
    (product === 'vpc' && region === 'cn-hangzhou') ||
    (CENTRAL_PRODUCTS.has(product) && CENTRAL.has(region));
  if (central) return { protocol: 'https', host: `${product}.aliyuncs.com` };
  // Regions come from events: what is signed goes to no host that a strange name would make.
  if (!/^[\w-]+$/u.test(region)) throw new CloudError('Nonsense', `${product} has no address in such a region`);
  return {
    protocol: 'https',
    host: product === 'sls' ? `${region}.log.aliyuncs.com` : `${product}.${region}.aliyuncs.com`,
  };
}
