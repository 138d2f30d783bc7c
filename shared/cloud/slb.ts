import * as z from 'zod';
import { ask } from './answer.ts';
import type { Cloud } from './cloud.ts';

/**
 * Reads Classic Load Balancer. Methods and fields are named as `@alicloud/slb20140515` names them, so that package can
 * take this file's place; only fields that are read are typed, the others are passed on as they come.
 */
export interface SlbClient {
  readonly describeLoadBalancers: Read<{
    loadBalancers: { loadBalancer: LoadBalancer[] };
    totalCount?: number | undefined;
  }>;
  readonly describeLoadBalancerAttribute: Read<LoadBalancer>;
  readonly describeLoadBalancerListeners: Read<{ listeners: Listener[]; nextToken?: string | null | undefined }>;
  readonly describeLoadBalancerTCPListenerAttribute: Read<Open>;
  readonly describeLoadBalancerUDPListenerAttribute: Read<Open>;
  readonly describeLoadBalancerHTTPListenerAttribute: Read<Open>;
  readonly describeLoadBalancerHTTPSListenerAttribute: Read<Open>;
  readonly describeVServerGroups: Read<{ vServerGroups: { vServerGroup: VServerGroup[] } }>;
  readonly describeVServerGroupAttribute: Read<VServerGroup>;
  readonly describeMasterSlaveServerGroups: Read<{
    masterSlaveServerGroups: { masterSlaveServerGroup: MasterSlaveGroup[] };
  }>;
  readonly describeRules: Read<{ rules: { rule: { ruleId: string; ruleName?: string | null | undefined }[] } }>;
  readonly describeDomainExtensions: Read<{
    domainExtensions: { domainExtension: DomainExtension[] };
  }>;
  readonly describeAccessControlLists: Read<{ acls: { acl: Acl[] }; totalCount?: number | undefined }>;
  readonly describeAccessControlListAttribute: Read<Acl>;
  readonly listTagResources: Read<{
    tagResources: { tagResource: TagResource[] };
    nextToken?: string | null | undefined;
  }>;
}

type Open = Readonly<Record<string, unknown>>;
type Read<T> = (request?: Open) => Promise<{ readonly body: T }>;

const text = z.string().nullish();
const loadBalancer = z.looseObject({ loadBalancerId: z.string(), loadBalancerName: text });
const listener = z.looseObject({
  loadBalancerId: text,
  listenerPort: z.coerce.number(),
  listenerProtocol: z.string(),
  description: text,
  aclId: text,
  aclIds: z.array(z.string()).nullish(),
  vServerGroupId: text,
});
const vServerGroup = z.looseObject({ vServerGroupId: z.string(), vServerGroupName: text, loadBalancerId: text });
const masterSlaveGroup = z.looseObject({ masterSlaveServerGroupId: z.string(), masterSlaveServerGroupName: text });
const relatedListener = z.looseObject({ loadBalancerId: z.string(), listenerPort: z.coerce.number(), protocol: text });
const acl = z.looseObject({
  aclId: z.string(),
  aclName: text,
  relatedListeners: z.object({ relatedListener: z.array(relatedListener).default([]) }).nullish(),
});
const rule = z.looseObject({ ruleId: z.string(), ruleName: text });
const domainExtension = z.looseObject({ domainExtensionId: z.string(), domain: text, serverCertificateId: text });
const tagResource = z.looseObject({ resourceId: z.string(), tagKey: z.string(), tagValue: text });

type LoadBalancer = z.infer<typeof loadBalancer>;
type Listener = z.infer<typeof listener>;
type VServerGroup = z.infer<typeof vServerGroup>;
type MasterSlaveGroup = z.infer<typeof masterSlaveGroup>;
type Acl = z.infer<typeof acl>;
type DomainExtension = z.infer<typeof domainExtension>;
type TagResource = z.infer<typeof tagResource>;

const listOf = <K extends string, T>(member: K, item: z.ZodType<T>): z.ZodType<Record<K, T[]>> =>
  z
    .object({ [member]: z.array(item).nullish() })
    .nullish()
    .transform((wrapper) => ({ [member]: wrapper?.[member] ?? [] }) as Record<K, T[]>);

/** A client for one region whose calls end at `deadline`. */
export function slbClient(cloud: Cloud, region: string, deadline: number): SlbClient {
  const method =
    <T>(action: string, schema: z.ZodType<T>): Read<T> =>
    async (request = {}) => ({
      body: await ask(
        cloud,
        { product: 'slb', action, region, params: rename(request, upperFirst) as Open, deadline },
        z.preprocess((answer) => rename(answer, lowerFirst), schema),
      ),
    });
  const open = z.record(z.string(), z.unknown());
  const total = z.number().optional();
  return {
    describeLoadBalancers: method(
      'DescribeLoadBalancers',
      z.object({ loadBalancers: listOf('loadBalancer', loadBalancer), totalCount: total }),
    ),
    describeLoadBalancerAttribute: method('DescribeLoadBalancerAttribute', loadBalancer),
    describeLoadBalancerListeners: method(
      'DescribeLoadBalancerListeners',
      z.object({ listeners: z.array(listener).default([]), nextToken: text }),
    ),
    describeLoadBalancerTCPListenerAttribute: method('DescribeLoadBalancerTCPListenerAttribute', open),
    describeLoadBalancerUDPListenerAttribute: method('DescribeLoadBalancerUDPListenerAttribute', open),
    describeLoadBalancerHTTPListenerAttribute: method('DescribeLoadBalancerHTTPListenerAttribute', open),
    describeLoadBalancerHTTPSListenerAttribute: method('DescribeLoadBalancerHTTPSListenerAttribute', open),
    describeVServerGroups: method(
      'DescribeVServerGroups',
      z.object({ vServerGroups: listOf('vServerGroup', vServerGroup) }),
    ),
    describeVServerGroupAttribute: method('DescribeVServerGroupAttribute', vServerGroup),
    describeMasterSlaveServerGroups: method(
      'DescribeMasterSlaveServerGroups',
      z.object({ masterSlaveServerGroups: listOf('masterSlaveServerGroup', masterSlaveGroup) }),
    ),
    describeRules: method('DescribeRules', z.object({ rules: listOf('rule', rule) })),
    describeDomainExtensions: method(
      'DescribeDomainExtensions',
      z.object({ domainExtensions: listOf('domainExtension', domainExtension) }),
    ),
    describeAccessControlLists: method(
      'DescribeAccessControlLists',
      z.object({ acls: listOf('acl', acl), totalCount: total }),
    ),
    describeAccessControlListAttribute: method('DescribeAccessControlListAttribute', acl),
    listTagResources: method(
      'ListTagResources',
      z.object({ tagResources: listOf('tagResource', tagResource), nextToken: text }),
    ),
  };
}

function rename(value: unknown, change: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => rename(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [change(key), rename(item, change)]));
}

const upperFirst = (key: string): string => key.slice(0, 1).toUpperCase() + key.slice(1);
const lowerFirst = (key: string): string => key.slice(0, 1).toLowerCase() + key.slice(1);
