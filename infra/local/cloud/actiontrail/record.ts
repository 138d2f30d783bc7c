import type { Params } from '../../../../shared/model/params.ts';
import type { Answer, ApiError, Product } from '../api.ts';
import type { Key } from '../keys.ts';
import { userIdentityOf } from './identity.ts';

/** One record of the trail: the fields that ActionTrail documents, present where the real records have them. */
export interface TrailRecord {
  readonly eventId: string;
  readonly eventVersion: 1;
  readonly eventName: string;
  readonly eventRW: 'Read' | 'Write';
  readonly eventType: 'ApiCall' | 'ConsoleOperation' | 'AliyunServiceEvent';
  readonly eventCategory: 'Management';
  readonly eventTime: string;
  readonly serviceName: string;
  readonly requestId: string;
  readonly acsRegion: string;
  readonly isGlobal: boolean;
  readonly userIdentity: Answer;
  readonly sourceIpAddress: string;
  readonly userAgent: string;
  readonly eventSource?: string;
  readonly apiVersion?: string;
  readonly recipientAccountId?: string;
  readonly requestParameters?: Params;
  readonly responseElements?: Answer;
  readonly referencedResources?: Readonly<Record<string, readonly string[]>>;
  readonly resourceType?: string;
  readonly resourceName?: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly additionalEventData?: Answer;
  readonly eventAttributes?: Answer;
}

/** A finished call, as the trail needs it. */
export interface Finished {
  readonly product: Pick<Product, 'serviceName' | 'product'>;
  readonly version: string;
  readonly action: string;
  readonly rw: 'Read' | 'Write';
  readonly key: Key;
  readonly region: string;
  readonly params: Params;
  readonly requestId: string;
  readonly now: Date;
  readonly sourceIp: string;
  readonly userAgent: string;
  readonly references: Readonly<Record<string, readonly string[]>>;
  readonly outcome: { readonly answer: Answer } | { readonly error: ApiError };
}

/** Names of calls whose answer is recorded because it holds the new ids. */
const CREATES = /^(?:Create|Run|Allocate|Clone|Add|Attach|Invoke|Upload|Copy|Scale|Execute)/u;

/** The record of one call. */
export function recordOf(call: Finished): TrailRecord {
  const { product, outcome, requestId, key } = call;
  const answer = 'answer' in outcome ? outcome.answer : undefined;
  const isRecorded = answer !== undefined && (CREATES.test(call.action) || product.product === 'slb');
  return {
    eventId: requestId,
    eventVersion: 1,
    eventName: call.action,
    eventRW: call.rw,
    eventType: 'ApiCall',
    eventCategory: 'Management',
    eventSource: hostOf(product.product, call.region, key),
    eventTime: secondsOf(call.now),
    serviceName: product.serviceName,
    apiVersion: call.version,
    requestId,
    acsRegion: call.region,
    isGlobal: product.product === 'ram',
    recipientAccountId: key.caller.accountId,
    requestParameters: { ...typed(product.product, call.params), ...noiseOf(call) },
    ...(isRecorded ? { responseElements: { RequestId: requestId, ...answer } } : {}),
    ...resourcesOf(call.references),
    userIdentity: userIdentityOf(key, call.now),
    sourceIpAddress: key.sourceIp ?? call.sourceIp,
    userAgent: key.userAgent ?? call.userAgent,
    additionalEventData: { Scheme: 'http', ...(key.isConsole === true ? { CallerBid: '26842' } : {}) },
    ...('error' in outcome ? { errorCode: outcome.error.code, errorMessage: outcome.error.message } : {}),
  };
}

/** Resources in the two ways in which a record tells them: by type, and as parallel lists joined by `;`. */
export function resourcesOf(
  references: Readonly<Record<string, readonly string[]>>,
): Pick<TrailRecord, 'referencedResources' | 'resourceType' | 'resourceName'> {
  const known = Object.entries(references).filter(([, ids]) => ids.length > 0);
  if (known.length === 0) return {};
  return {
    referencedResources: Object.fromEntries(known),
    resourceType: known.map(([type]) => type).join(';'),
    resourceName: known.map(([, ids]) => ids.join(',')).join(';'),
  };
}

/** A time as records write it: UTC, whole seconds. */
export function secondsOf(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

/** The gateway's host: central for some products, and services call by another one than consoles and people. */
function hostOf(product: string, region: string, key: Key): string {
  if (product === 'cs' || product === 'actiontrail') return `${product}.${region}.aliyuncs.com`;
  if (product === 'ecs' && key.isConsole === true) return 'ecs-cn-hangzhou-share.aliyuncs.com';
  if (product === 'ram') return 'ram-share.aliyuncs.com';
  return product === 'slb' && key.caller.type !== 'assumed-role' ? 'slb-pop.aliyuncs.com' : `${product}.aliyuncs.com`;
}

const FREE_TEXT = /(?:Name|Value|Key|Description|Password|UserData|Content)$/u;

/** ECS records booleans and small numbers as such, the other products keep the text that was sent. */
function typed(product: string, params: Params): Params {
  if (product !== 'ecs') return params;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, FREE_TEXT.test(name) ? value : scalarOf(value)]),
  );
}

function scalarOf(value: unknown): unknown {
  if (value === 'true' || value === 'false') return value === 'true';
  return typeof value === 'string' && /^(?:0|[1-9]\d{0,8})$/u.test(value) ? Number(value) : value;
}

/** What the gateway adds to the parameters of every call. */
function noiseOf({ product, key, region, requestId }: Finished): Params {
  const host = hostOf(product.product, region, key);
  const { caller, playerUid } = key;
  return {
    AcsHost: host,
    AcsProduct: product.serviceName,
    RequestId: requestId,
    ...(product.product === 'slb' ? { SlbApi__domiain: host, https: 'False', HostId: host } : {}),
    ...(product.product === 'ram' ? { HostId: host, AkProxySuffix: 'ram' } : {}),
    ...(key.isConsole === true ? { charset: 'UTF-8', AcceptLanguage: 'zh-CN' } : {}),
    ...(caller.type === 'assumed-role'
      ? {
          stsTokenPrincipalName: caller.userName.replace(':', '/'),
          stsTokenPlayerUid: playerUid ?? caller.accountId,
        }
      : {}),
  };
}
