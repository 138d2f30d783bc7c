import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { numberedPage } from '../pages.ts';
import { integer, mandatory } from '../parameters.ts';
import { references } from '../references.ts';
import { isAmong, isMet, namedEni } from './find.ts';
import type { EcsState } from './state.ts';

/** Letting other accounts attach this account's network interfaces. */
export function networkInterfacePermissionOperations(state: EcsState): Readonly<Record<string, Operation>> {
  return {
    CreateNetworkInterfacePermission: {
      rw: 'Write',
      required: ['NetworkInterfaceId', 'AccountId', 'Permission'],
      run: (call) => create(state, call),
      references: references({ 'ACS::ECS::NetworkInterface': ['NetworkInterfaceId'] }),
    },
    DeleteNetworkInterfacePermission: {
      rw: 'Write',
      required: ['NetworkInterfacePermissionId'],
      run: ({ params }) => {
        if (state.interfacePermissions.delete(mandatory(params, 'NetworkInterfacePermissionId'))) return {};
        const message = 'The specified NetworkInterfacePermissionId does not exist.';
        throw new ApiError(404, 'InvalidEniPermissionId.NotFound', message);
      },
      references: references({ 'ACS::ECS::NetworkInterfacePermission': ['NetworkInterfacePermissionId'] }),
    },
    DescribeNetworkInterfacePermissions: { rw: 'Read', run: (call) => list(state, call) },
  };
}

function create(state: EcsState, call: Call): Answer {
  const { NetworkInterfaceId } = namedEni(state, call);
  const made = {
    NetworkInterfacePermissionId: newId('eniperm'),
    NetworkInterfaceId,
    AccountId: integer(call.params, 'AccountId') ?? 0,
    Permission: mandatory(call.params, 'Permission'),
    PermissionState: 'Granted',
    ServiceName: '',
  };
  state.interfacePermissions.set(made.NetworkInterfacePermissionId, made);
  return { NetworkInterfacePermission: made };
}

function list(state: EcsState, { params }: Call): Answer {
  const found = [...state.interfacePermissions.values()].filter(
    (each) =>
      isMet(params, 'NetworkInterfaceId', each.NetworkInterfaceId) &&
      isAmong(params, 'NetworkInterfacePermissionId', each.NetworkInterfacePermissionId),
  );
  const { items, counts } = numberedPage(params, found, { usual: 10, most: 100 });
  return { NetworkInterfacePermissions: { NetworkInterfacePermission: items }, ...counts };
}
