import type { OperationTable } from '../../model/operation.ts';
import { ADJACENT, on } from '../touch.ts';

const route = on('vpc.route-table', 'RouteTableId')('route-changed', {
  value: ['DestinationCidrBlock', 'NextHopId'],
});

/** Ecs: calls that the VPC service took over and that still work here. */
export const network: OperationTable['actions'] = {
  CreateRouteEntry: [route],
  DeleteNatGateway: [on('vpc.nat-gateway', 'NatGatewayId')('deleted', ADJACENT)],
  DeleteRouteEntry: [route],
  DeleteVSwitch: [on('vpc.vswitch', 'VSwitchId')('deleted', ADJACENT)],
  DeleteVpc: [on('vpc.vpc', 'VpcId')('deleted', ADJACENT)],
};
