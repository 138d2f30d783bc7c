import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { numberedPage } from '../pages.ts';
import { text } from '../parameters.ts';
import { references } from '../references.ts';
import { systemTable } from './defaults.ts';
import { tableNamed, vSwitchNamed } from './find.ts';
import type { VpcState, VSwitch } from './state.ts';

/** vSwitches and the route tables that are in force on them. */
export function vSwitchOperations(state: VpcState): Readonly<Record<string, Operation>> {
  const write = (required: readonly string[], run: (call: Call) => void): Operation => ({
    rw: 'Write',
    required: ['VSwitchId', ...required],
    run: (call) => {
      run(call);
      return {};
    },
    references: references({ 'ACS::VPC::VSwitch': ['VSwitchId'], 'ACS::VPC::RouteTable': ['RouteTableId'] }),
  });
  const put = (vSwitch: VSwitch): void => void state.vSwitches.set(vSwitch.VSwitchId, vSwitch);
  return {
    DescribeVSwitches: { rw: 'Read', run: (call) => list(state, call) },
    DeleteVSwitch: write([], (call) => {
      state.vSwitches.delete(vSwitchNamed(state, call).VSwitchId);
    }),
    AssociateRouteTable: write(['RouteTableId'], (call) => {
      const { RouteTableId, RouteTableType } = tableNamed(state, call);
      if (RouteTableType === 'System') throw isSystem();
      put({ ...vSwitchNamed(state, call), RouteTableId });
    }),
    UnassociateRouteTable: write(['RouteTableId'], (call) => {
      const vSwitch = vSwitchNamed(state, call);
      if (vSwitch.RouteTableId !== tableNamed(state, call).RouteTableId) throw notAssociated();
      put({ ...vSwitch, RouteTableId: systemTable(vSwitch).RouteTableId });
    }),
  };
}

function isSystem(): ApiError {
  return new ApiError(400, 'OperationDenied.SystemRouteTable', 'The system route table cannot be associated.');
}

function notAssociated(): ApiError {
  return new ApiError(400, 'OperationFailed.NotAssociated', 'The vSwitch is not associated with the route table.');
}

function list(state: VpcState, { params, region }: Call): Answer {
  const found = [...state.vSwitches.values()].filter(
    (one) =>
      one.RegionId === region &&
      (['VSwitchId', 'VpcId', 'ZoneId', 'RouteTableId'] as const).every((name) => {
        const wanted = text(params, name);
        return wanted === undefined || wanted === one[name];
      }),
  );
  const { items, counts } = numberedPage(params, found, { usual: 10, most: 50 });
  const VSwitch = items.map(({ RouteTableId, ...one }) => ({
    ...one,
    Status: 'Available',
    IsDefault: false,
    Description: '',
    AvailableIpAddressCount: 250,
    RouteTable: { RouteTableId, RouteTableType: state.routeTables.get(RouteTableId)?.RouteTableType ?? 'System' },
    Tags: { Tag: [] },
  }));
  return { VSwitches: { VSwitch }, ...counts };
}
