import { objectsOf, type Params } from '../../model/params.ts';
import { isContent } from '../content.ts';
import { answerOf, byAction, gone, oneByOne, type Predict, type Reader } from '../reader.ts';
import { restoreRouteTable } from '../restore/route-table.ts';
import { destinationOf, routeAsked, routeIn, type Routes, routesEssence, routesOf, withRoutes } from '../routes.ts';
import { wholeByToken } from '../whole-listing.ts';

const ROUTES_PER_PAGE = 500;
const ONE = { cidr: 'DestinationCidrBlock', hop: 'NextHopId' } as const;
const MANY = { cidr: 'DstCidrBlock', hop: 'NextHop' } as const;

/** A route table: the routes that were added to it. Those that the cloud itself keeps are left out. */
export const vpcRouteTable: Reader = {
  kind: 'vpc.route-table',
  aspect: 'configuration',
  effects: ['deleted', 'route-changed'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const params = { RouteTableId: id, RouteEntryType: 'Custom', MaxResult: ROUTES_PER_PAGE };
    const entries = await wholeByToken(
      (NextToken) => answerOf(place, 'vpc', 'DescribeRouteEntryList', { ...params, NextToken }, 'RouteEntrys'),
      'RouteEntrys',
    );
    const there = entries.filter(({ Status }) => Status !== 'Deleting');
    return withRoutes({}, Object.fromEntries(there.map(routeIn)));
  }),
  predict: byAction({
    CreateRouteEntry: routes(({ params }, _, had) => plus(had, params, ONE)),
    CreateRouteEntries: routes(({ params }, table, had) =>
      entriesFor(params, table).reduce<Routes | undefined>((all, entry) => all && plus(all, entry, MANY), had),
    ),
    DeleteRouteEntry: routes(({ params }, _, had) => minus(had, params, ONE)),
    DeleteRouteEntries: routes(({ params }, table, had) =>
      entriesFor(params, table).reduce<Routes | undefined>((all, entry) => all && minus(all, entry, MANY), had),
    ),
    ModifyRouteEntry: routes(({ params }, _, had) => {
      const to = destinationOf(params, ONE.cidr, had);
      const { NewNextHopType: NextHopType, ...rest } = params;
      const route = routeAsked({ ...rest, NextHopType }, 'NewNextHopId');
      return to === undefined || route === undefined ? undefined : { ...had, [to]: { ...idOf(had[to]), ...route } };
    }),
    DeleteRouteTable: gone,
    // These change what is in force on a vSwitch, not the table.
    AssociateRouteTable: (_, __, before) => before,
    UnassociateRouteTable: (_, __, before) => before,
  }),
  // A deletion names where the route led, a creation that there was none.
  recall: ({ action, params }, _, after) => {
    if (!isContent(after)) return undefined;
    const name = action.toLowerCase();
    const had =
      name === 'deleterouteentry'
        ? plus(routesOf(after), params, ONE)
        : name === 'createrouteentry'
          ? minus(routesOf(after), params, ONE)
          : undefined;
    return had === undefined ? undefined : withRoutes(after, had);
  },
  essence: routesEssence,
  restore: restoreRouteTable,
};

type Names = typeof ONE | typeof MANY;

function routes(change: (event: Parameters<Predict>[0], table: string, had: Routes) => Routes | undefined): Predict {
  return (event, table, before) => {
    const changed = isContent(before) ? change(event, table, routesOf(before)) : undefined;
    return isContent(before) && changed !== undefined ? withRoutes(before, changed) : undefined;
  };
}

function plus(had: Routes, params: Params, { cidr, hop }: Names): Routes | undefined {
  const to = destinationOf(params, cidr, had);
  const route = routeAsked(params, hop);
  return to === undefined || route === undefined ? undefined : { ...had, [to]: route };
}

function minus(had: Routes, params: Params, { cidr }: Names): Routes | undefined {
  const to = destinationOf(params, cidr, had);
  return to === undefined ? undefined : Object.fromEntries(Object.entries(had).filter(([other]) => other !== to));
}

function entriesFor(params: Params, table: string): readonly Params[] {
  return objectsOf(params, 'RouteEntries').filter(({ RouteTableId }) => RouteTableId === table);
}

function idOf(route: Routes[string] | undefined) {
  return route?.['RouteEntryId'] === undefined ? {} : { RouteEntryId: route['RouteEntryId'] };
}
