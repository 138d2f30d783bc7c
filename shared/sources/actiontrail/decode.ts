import { DecodeError } from '../../errors.ts';
import { actorOf } from '../../model/actor-of.ts';
import { errorCodeOf } from '../../model/error-code.ts';
import type { AuditEvent } from '../../model/event.ts';
import { isRecord, objectAt, objectIn, readIgnoringCase, textAt, type Loose } from '../../model/loose.ts';
import { originOf } from './origin.ts';
import { unpack } from './unpack.ts';

/** What became of one thing that the transport sent. */
export type Decoded =
  | { readonly kind: 'event'; readonly event: AuditEvent }
  | { readonly kind: 'set-aside'; readonly reason: string; readonly raw: unknown };

/**
 * Reads whatever EventBridge, a log export or a person sent: one CloudEvent, an array of them, an array of JSON
 * strings, or bare records; as Buffer, text or object. Never throws: what cannot be read is set aside with the reason.
 */
export function decode(input: unknown, receivedAt: Date): readonly Decoded[] {
  return unpack(input).map((raw): Decoded => {
    if (raw instanceof DecodeError) return { kind: 'set-aside', reason: raw.message, raw: raw.cause };
    try {
      return { kind: 'event', event: decodeOne(raw, receivedAt) };
    } catch (error) {
      return {
        kind: 'set-aside',
        reason: error instanceof DecodeError ? error.message : 'Expected a readable event',
        raw,
      };
    }
  });
}

function decodeOne(raw: unknown, receivedAt: Date): AuditEvent {
  if (!isRecord(raw)) throw new DecodeError(`Expected an event to be an object, got ${kindOf(raw)}`);
  const isWrapped = typeof raw['specversion'] === 'string';
  const record = isWrapped ? objectAt(raw, 'data') : raw;
  const envelope = isWrapped ? raw : {};
  const action = textAt(record, 'eventName');
  const service = textAt(record, 'serviceName');
  if (action === undefined) throw new DecodeError('Expected the record to have an eventName');
  if (service === undefined) throw new DecodeError('Expected the record to have a serviceName');
  const identity = objectAt(record, 'userIdentity');
  const errorCode = errorCodeOf(textAt(record, 'errorCode'));
  const params = paramsOf(record);
  const { accountId, isOtherBus } = originOf(record, identity, envelope);
  // Built member by member, without spreading: every event passes here, most of them to be let go at once.
  const event: Building<AuditEvent> = {
    source: 'actiontrail',
    id: eventId(record, envelope),
    service,
    action,
    accountId,
    region: textAt(record, 'acsRegion') ?? textAt(envelope, 'aliyunregionid') ?? '',
    eventTime: timeOf(textAt(record, 'eventTime') ?? textAt(envelope, 'time')),
    receivedAt,
    outcome: errorCode === undefined ? 'success' : 'failure',
    actor: actorOf(identity),
    srcEndpoint: srcEndpointOf(record),
    params: params ?? {},
    response: objectAt(record, 'responseElements'),
    referenced: referencedOf(record),
    raw,
  };
  if (errorCode !== undefined) event.errorCode = errorCode;
  if (params === undefined) event.unread = true;
  if (isOtherBus) event.via = 'other-bus';
  return event;
}

/** An object while its optional members are put in. */
type Building<T> = { -readonly [Member in keyof T]: T[Member] };

function srcEndpointOf(record: Loose): AuditEvent['srcEndpoint'] {
  const from: Building<AuditEvent['srcEndpoint']> = {};
  const address = textAt(record, 'sourceIpAddress');
  const userAgent = textAt(record, 'userAgent');
  const vpcId = textAt(record, 'vpcId');
  if (address !== undefined) from.address = address;
  if (userAgent !== undefined) from.userAgent = userAgent;
  if (vpcId !== undefined) from.vpcId = vpcId;
  return from;
}

function eventId(record: Loose, envelope: Loose): string {
  const own = textAt(record, 'eventId') ?? textAt(record, 'requestId');
  if (own !== undefined && own !== '') return own;
  const id = textAt(envelope, 'id');
  if (id === undefined) throw new DecodeError('Expected an eventId, a requestId or an envelope id');
  return `${textAt(envelope, 'source') ?? ''}#${id}`;
}

function timeOf(text: string | undefined): Date {
  let time = new Date(text ?? '');
  // One documented sample writes the zone as +0000, which ISO 8601's extended form does not allow.
  if (Number.isNaN(time.getTime())) time = new Date((text ?? '').replace(/([+-]\d{2})(\d{2})$/u, '$1:$2'));
  if (Number.isNaN(time.getTime())) throw new DecodeError(`Expected eventTime to be a time, got ${kindOf(text)}`);
  return time;
}

/** Undefined where there are parameters that cannot be read, which is not the same as none. */
function paramsOf(record: Loose): Loose | undefined {
  const params = objectAt(record, 'requestParameters');
  if (hasMember(params)) return params;
  const text = textAt(record, 'requestParameterJson'); // SLS deliveries carry the same parameters as text
  const told = text === undefined ? undefined : objectIn(text);
  if (told !== undefined && hasMember(told)) return told;
  return isNothing(readIgnoringCase(record, 'requestParameters')) && isNothing(text) ? params : undefined;
}

function hasMember(params: Loose): boolean {
  for (const _ in params) return true;
  return false;
}

/** Every spelling of no parameters. */
function isNothing(value: unknown): boolean {
  if (typeof value === 'string') return /^(?:|null|\{\s*\}|\[\s*\])$/u.test(value.trim());
  return typeof value !== 'object' || value === null
    ? value === undefined || value === null
    : Object.keys(value).length === 0;
}

function referencedOf(record: Loose): Readonly<Record<string, readonly string[]>> {
  const referenced: Record<string, readonly string[]> = {};
  const named = objectAt(record, 'referencedResources');
  for (const type of Object.keys(named)) {
    const ids = named[type];
    if (Array.isArray(ids)) referenced[type] = ids.filter((id) => typeof id === 'string');
    else if (typeof ids === 'string') referenced[type] = [ids];
  }
  const resourceType = textAt(record, 'resourceType');
  if (resourceType === undefined) return referenced;
  const names = textAt(record, 'resourceName')?.split(';') ?? [];
  for (const [index, type] of resourceType.split(';').entries()) {
    if (type !== '' && referenced[type] === undefined) {
      referenced[type] = names[index]?.split(',').filter(Boolean) ?? [];
    }
  }
  return referenced;
}

/** Never the value itself: the reason is logged and answered, and what cannot be read may hold a secret. */
function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'string') return `text of ${value.length} characters`;
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}
