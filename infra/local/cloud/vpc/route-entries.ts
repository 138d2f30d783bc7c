import { listOf, objectsOf, type Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { tokenPage } from '../pages.ts';
import { mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { named, tableNamed } from './find.ts';
import type { NextHop, RouteEntry, RouteTable, VpcState } from './state.ts';

/** Routes; the cloud's own ones of a table are neither listed nor changed. */
export function routeEntryOperations(state: VpcState): Readonly<Record<string, Operation>> {
  const write = (required: readonly string[], run: (call: Call) => Answer): Operation => ({
    rw: 'Write',
    required,
    run,
    references: references({ 'ACS::VPC::RouteTable': ['RouteTableId'] }),
  });
  const each = (call: Call, run: (table: RouteTable, entry: Params) => string): readonly string[] =>
    objectsOf(call.params, 'RouteEntries').map((entry) =>
      run(named(state.routeTables, { ...call, params: entry }, 'RouteTableId'), entry),
    );
  return {
    DescribeRouteEntryList: {
      rw: 'Read',
      required: ['RouteTableId'],
      run: (call) => list(state, tableNamed(state, call), call),
    },
    CreateRouteEntry: write(['RouteTableId', 'DestinationCidrBlock'], (call) => {
      const { params } = call;
      const hops = hopsIn(params, 'NextHopList');
      const NextHops = hops.length > 0 ? hops : [hopIn(params, 'NextHopId')];
      return {
        RouteEntryId: added(state, tableNamed(state, call), mandatory(params, 'DestinationCidrBlock'), NextHops),
      };
    }),
    CreateRouteEntries: write(['RouteEntries'], (call) => {
      const ids = each(call, (table, entry) =>
        added(state, table, mandatory(entry, 'DstCidrBlock'), [hopIn(entry, 'NextHop')]),
      );
      return { RouteEntryIds: ids, SuccessCount: ids.length, FailedCount: 0, FailedRouteEntries: [] };
    }),
    DeleteRouteEntry: write([], ({ params }) => {
      removed(state, text(params, 'RouteTableId'), params, 'DestinationCidrBlock');
      return {};
    }),
    DeleteRouteEntries: write(['RouteEntries'], (call) => {
      const gone = each(call, (table, entry) => removed(state, table.RouteTableId, entry, 'DstCidrBlock'));
      return { SuccessCount: gone.length, FailedCount: 0, FailedRouteEntries: [] };
    }),
    ModifyRouteEntry: write([], ({ params }) => {
      const entry = find(state, text(params, 'RouteTableId'), params, 'DestinationCidrBlock');
      const NextHopId = text(params, 'NewNextHopId');
      const NextHopType = text(params, 'NewNextHopType') ?? 'Instance';
      const NextHops = NextHopId === undefined ? entry.NextHops : [{ NextHopId, NextHopType }];
      state.routeEntries.set(entry.RouteEntryId, { ...entry, NextHops });
      return {};
    }),
  };
}

function hopIn(params: Params, id: string): NextHop {
  return { NextHopId: mandatory(params, id), NextHopType: text(params, 'NextHopType') ?? 'Instance' };
}

function hopsIn(params: Params, name: string): readonly NextHop[] {
  return objectsOf(params, name).map((hop) => hopIn(hop, 'NextHopId'));
}

function added(state: VpcState, table: RouteTable, cidr: string, NextHops: readonly NextHop[]): string {
  const { RouteTableId } = table;
  const isThere = entriesOf(state, RouteTableId).some((entry) => entry.DestinationCidrBlock === cidr);
  if (isThere) throw new ApiError(400, 'RouterEntryConflict.Duplicated', 'The route entry already exists.');
  const RouteEntryId = newId('rte');
  const entry = {
    RouteEntryId,
    RouteEntryName: '',
    Description: '',
    RouteTableId,
    DestinationCidrBlock: cidr,
    NextHops,
  };
  state.routeEntries.set(RouteEntryId, entry);
  return RouteEntryId;
}

function removed(state: VpcState, table: string | undefined, params: Params, cidr: string): string {
  const { RouteEntryId } = find(state, table, params, cidr);
  state.routeEntries.delete(RouteEntryId);
  return RouteEntryId;
}

/** By its id, else by table and destination. */
function find(state: VpcState, table: string | undefined, params: Params, cidr: string): RouteEntry {
  const [id] = listOf(params, 'RouteEntryId');
  const destination = text(params, cidr);
  const found =
    id === undefined
      ? entriesOf(state, table ?? '').find((entry) => entry.DestinationCidrBlock === destination)
      : state.routeEntries.get(id);
  if (found === undefined) throw new ApiError(404, 'InvalidRouteEntry.NotFound', 'The route entry does not exist.');
  return found;
}

function entriesOf(state: VpcState, table: string): readonly RouteEntry[] {
  return [...state.routeEntries.values()].filter(({ RouteTableId }) => RouteTableId === table);
}

function list(state: VpcState, { RouteTableId }: RouteTable, { params }: Call): Answer {
  const id = text(params, 'RouteEntryId');
  const found = entriesOf(state, RouteTableId).filter((entry) => id === undefined || entry.RouteEntryId === id);
  const { MaxResult, ...rest } = params;
  const { items, NextToken } = tokenPage({ ...rest, MaxResults: MaxResult }, found, { usual: 50, most: 500 });
  const RouteEntry = items.map(({ NextHops, ...entry }) => ({
    ...entry,
    Type: 'Custom',
    IpVersion: 'IPv4',
    Status: 'Available',
    NextHops: {
      NextHop: NextHops.map((hop) => ({ ...hop, Enabled: 1, Weight: 0, NextHopRegionId: '' })),
    },
  }));
  return { RouteEntrys: { RouteEntry }, NextToken, TotalCount: found.length };
}
