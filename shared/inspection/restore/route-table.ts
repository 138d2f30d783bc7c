import { type Content, isContent, same, textIn, without } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { routesOf } from '../routes.ts';
import { command, remedy, UNKNOWN } from './command.ts';

const REMADE = 'A deleted route table comes back under another id: make one, add its routes, associate its vSwitches.';

/** Puts the routes of a table back: those that are missing first, so that traffic finds its way at once. */
export function restoreRouteTable({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted)) return UNKNOWN;
  if (!isContent(present)) return { possible: 'unknown', notes: [REMADE] };
  const call = (action: string, params: object): string =>
    command('vpc', action, region, { RouteTableId: id, ...params });
  const [now, then] = [routesOf(present), routesOf(wanted)];
  const missing = Object.entries(then).filter(([to]) => now[to] === undefined);
  const otherwise = Object.entries(then).filter(([to, route]) => now[to] !== undefined && !isAlike(now[to], route));
  const surplus = Object.entries(now).filter(([to]) => then[to] === undefined);
  const created = ([DestinationCidrBlock, route]: readonly [string, Content]): string =>
    call('CreateRouteEntry', { DestinationCidrBlock, ...hopsOf(route) });
  const deleted = ([DestinationCidrBlock, route]: readonly [string, Content]): string =>
    call('DeleteRouteEntry', { DestinationCidrBlock, NextHopId: route['NextHopId'] });
  return remedy([
    ...missing.map(created),
    ...otherwise.flatMap(([to, route]) => {
      const RouteEntryId = textIn(now[to], 'RouteEntryId');
      const { NextHopId, NextHopType } = route;
      return RouteEntryId === undefined || NextHopId === undefined
        ? [deleted([to, now[to] ?? {}]), created([to, route])]
        : [call('ModifyRouteEntry', { RouteEntryId, NewNextHopId: NextHopId, NewNextHopType: NextHopType })];
    }),
    ...surplus.map(deleted),
  ]);
}

function hopsOf({ NextHopId, NextHopType, NextHops }: Content): object {
  return NextHops === undefined ? { NextHopType, NextHopId } : { NextHopList: NextHops };
}

function isAlike(one: Content | undefined, other: Content): boolean {
  return same(without(one ?? {}, ['RouteEntryId']), without(other, ['RouteEntryId']));
}
