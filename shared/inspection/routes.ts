import type { Json } from '../model/change.ts';
import { objectsOf, type Params, textOf } from '../model/params.ts';
import { type Content, isContent, textIn, without } from './content.ts';
import { contentOf, membersOf } from './fields.ts';

/** The routes of a table: destination → where it leads. Several next hops stand as a list. */
export type Routes = { readonly [destination: string]: Content };

/** Next hops by how their ids begin, where a call does not say the type. */
const HOP_TYPES: Readonly<Record<string, string>> = {
  'i-': 'Instance',
  'eni-': 'NetworkInterface',
  'ngw-': 'NatGateway',
  'vpn-': 'VpnGateway',
  'havip-': 'HaVip',
};

/** The routes of a state. */
export function routesOf(state: Json | undefined): Routes {
  const routes = isContent(state) ? state['RouteEntries'] : undefined;
  if (!isContent(routes)) return {};
  return Object.fromEntries(Object.entries(routes).filter((entry): entry is [string, Content] => isContent(entry[1])));
}

/** A state with these routes. */
export function withRoutes(state: Content, routes: Routes): Content {
  return { ...state, RouteEntries: routes };
}

/** Without the ids, which the cloud gives anew. */
export function routesEssence(state: Json): Json {
  if (!isContent(state)) return state;
  const routes = Object.entries(routesOf(state)).map(([to, route]) => [to, without(route, ['RouteEntryId'])] as const);
  return withRoutes(state, Object.fromEntries(routes));
}

/** One entry of the cloud's answer. */
export function routeIn(entry: Content): readonly [string, Content] {
  const hops = membersOf(entry['NextHops']).map((hop) => contentOf(hop, { NextHopId: 'text', NextHopType: 'text' }));
  return [textIn(entry, 'DestinationCidrBlock') ?? '', leading(hops, textIn(entry, 'RouteEntryId'))];
}

/** A route as a call asks for it; undefined when the call does not say where it leads. */
export function routeAsked(params: Params, id: string): Content | undefined {
  const list = objectsOf(params, 'NextHopList');
  const hops = (list.length > 0 ? list : [params]).flatMap((hop) => {
    const NextHopId = textOf(hop, list.length > 0 ? 'NextHopId' : id);
    const NextHopType = textOf(hop, 'NextHopType') ?? hopType(NextHopId);
    return NextHopId === undefined || NextHopType === undefined ? [] : [{ NextHopId, NextHopType }];
  });
  return hops.length > 0 ? leading(hops, undefined) : undefined;
}

/** The destination that a call means, by itself or by the id of the route. */
export function destinationOf(params: Params, name: string, routes: Routes): string | undefined {
  const said = textOf(params, name);
  if (said !== undefined) return said;
  const id = textOf(params, 'RouteEntryId');
  return id === undefined ? undefined : Object.keys(routes).find((to) => textIn(routes[to], 'RouteEntryId') === id);
}

function leading(hops: readonly Content[], id: string | undefined): Content {
  const [only = {}] = hops;
  return { ...(hops.length === 1 ? only : { NextHops: hops }), ...(id === undefined ? {} : { RouteEntryId: id }) };
}

function hopType(id: string | undefined): string | undefined {
  return Object.entries(HOP_TYPES).find(([prefix]) => id?.startsWith(prefix))?.[1];
}
