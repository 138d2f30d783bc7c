import { type Answer, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { numberedPage } from '../pages.ts';
import { text } from '../parameters.ts';
import { references } from '../references.ts';
import { inUse, tableNamed, vpcNamed } from './find.ts';
import type { VpcState } from './state.ts';

/** Route tables: the one of the VPC and those that somebody added. */
export function routeTableOperations(state: VpcState): Readonly<Record<string, Operation>> {
  return {
    DescribeRouteTableList: { rw: 'Read', run: (call) => list(state, call) },
    CreateRouteTable: {
      rw: 'Write',
      required: ['VpcId'],
      run: (call) => {
        const { VpcId, RegionId } = vpcNamed(state, call);
        const RouteTableId = newId('vtb');
        const RouteTableName = text(call.params, 'RouteTableName') ?? '';
        state.routeTables.set(RouteTableId, {
          RouteTableId,
          RouteTableName,
          RegionId,
          VpcId,
          RouteTableType: 'Custom',
        });
        return { RouteTableId };
      },
      references: references({ 'ACS::VPC::RouteTable': ['answer.RouteTableId'] }),
    },
    DeleteRouteTable: {
      rw: 'Write',
      required: ['RouteTableId'],
      run: (call) => {
        const { RouteTableId } = tableNamed(state, call);
        if ([...state.vSwitches.values()].some((one) => one.RouteTableId === RouteTableId)) throw inUse('VSwitch');
        state.routeTables.delete(RouteTableId);
        for (const [id, entry] of state.routeEntries) {
          if (entry.RouteTableId === RouteTableId) state.routeEntries.delete(id);
        }
        return {};
      },
      references: references({ 'ACS::VPC::RouteTable': ['RouteTableId'] }),
    },
  };
}

function list(state: VpcState, { params, region }: Call): Answer {
  const found = [...state.routeTables.values()].filter(
    (table) =>
      table.RegionId === region &&
      (['RouteTableId', 'VpcId', 'RouteTableType'] as const).every((name) => {
        const wanted = text(params, name);
        return wanted === undefined || wanted === table[name];
      }),
  );
  const { items, counts } = numberedPage(params, found, { usual: 10, most: 50 });
  const RouterTableListType = items.map((table) => ({
    ...table,
    RouterType: 'VRouter',
    AssociateType: 'VSwitch',
    Status: 'Available',
    VSwitchIds: {
      VSwitchId: [...state.vSwitches.values()]
        .filter(({ RouteTableId }) => RouteTableId === table.RouteTableId)
        .map(({ VSwitchId }) => VSwitchId),
    },
  }));
  return { RouterTableList: { RouterTableListType }, ...counts };
}
