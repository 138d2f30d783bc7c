import type { Json } from '../model/change.ts';
import { objectsOf } from '../model/params.ts';
import { type Content, isContent, textIn, without } from './content.ts';
import { contentOf, type Fields, membersOf } from './fields.ts';
import type { Predict } from './reader.ts';

const ZONE: Fields = { ZoneId: 'text', VSwitchId: 'text', Status: 'word' };
/** The address of an Application Load Balancer in a zone is called otherwise than that of a Network Load Balancer. */
const ADDRESS: Fields = { AllocationId: 'text', PrivateIPv4Address: 'text', IntranetAddress: 'text' };
/** States on the way to another one. */
const SOON: Readonly<Record<string, string>> = { starting: 'active', stopping: 'stopped' };

/** The zones in which a load balancer serves, with its address in each, from an answer. */
export function zonesIn(value: unknown): readonly Content[] {
  return membersOf(value).map((zone) => {
    const [address = {}] = membersOf(zone['LoadBalancerAddresses']);
    const { Status, ...rest } = contentOf(zone, ZONE);
    const status = typeof Status === 'string' ? (SOON[Status] ?? Status) : undefined;
    return { ...rest, ...(status === undefined ? {} : { Status: status }), ...contentOf(address, ADDRESS) };
  });
}

/** The zones of a state. */
export function zonesOf(state: Json): readonly Content[] {
  const zones = isContent(state) ? state['ZoneMappings'] : undefined;
  return Array.isArray(zones) ? zones.filter(isContent) : [];
}

/** Traffic is led around the named zones, or into them again. */
export function zonesSet(Status: 'shifted' | 'active'): Predict {
  return ({ params }, _, before) => {
    const named = new Set(objectsOf(params, 'ZoneMappings').map((zone) => textIn(contentOf(zone, ZONE), 'ZoneId')));
    if (!isContent(before) || named.size === 0) return undefined;
    const ZoneMappings = zonesOf(before).map((zone) =>
      named.has(textIn(zone, 'ZoneId')) ? { ...zone, Status } : zone,
    );
    return { ...before, ZoneMappings };
  };
}

/** The call names all zones that are to be; what stays keeps its address, what is new gets one that nobody knows yet. */
export const zonesReplaced: Predict = ({ params }, _, before) => {
  const named = objectsOf(params, 'ZoneMappings').map((zone) => contentOf(zone, { ...ZONE, ...ADDRESS }));
  if (!isContent(before) || named.length === 0) return undefined;
  const ZoneMappings = named.map((zone) => {
    const had = zonesOf(before).find((one) => isSamePlace(one, zone));
    return { Status: 'active', ...had, ...zone };
  });
  return { ...before, ZoneMappings };
};

/** What leads from one list of zones to the other: all of them anew, or traffic around some. */
export function zoneChanges(present: Json, wanted: Json) {
  const [now, then] = [zonesOf(present), zonesOf(wanted)];
  const isMoved = now.length !== then.length || then.some((zone) => !now.some((one) => isSamePlace(one, zone)));
  const turned = then.filter((zone) => {
    const one = now.find((each) => isSamePlace(each, zone));
    return one !== undefined && textIn(one, 'Status') !== textIn(zone, 'Status');
  });
  return {
    all: isMoved ? then.map((zone) => without(zone, ['Status'])) : [],
    open: turned.filter((zone) => textIn(zone, 'Status') === 'active').map(placeOf),
    around: turned.filter((zone) => textIn(zone, 'Status') === 'shifted').map(placeOf),
  };
}

function placeOf({ ZoneId = '', VSwitchId = '' }: Content): Content {
  return { ZoneId, VSwitchId };
}

function isSamePlace(a: Content, b: Content): boolean {
  return a['ZoneId'] === b['ZoneId'] && a['VSwitchId'] === b['VSwitchId'];
}
