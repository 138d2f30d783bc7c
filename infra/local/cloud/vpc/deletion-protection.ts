import { ApiError, type Operation } from '../api.ts';
import { flag, mandatory } from '../parameters.ts';
import { references } from '../references.ts';
import { named } from './find.ts';
import type { VpcState } from './state.ts';

/** The guard against deletion that one call sets on several kinds of resource. */
export function deletionProtectionOperations(state: VpcState): Readonly<Record<string, Operation>> {
  return {
    DeletionProtection: {
      rw: 'Write',
      required: ['InstanceId', 'Type', 'ProtectionEnable'],
      run: (call) => {
        const { params } = call;
        const type = mandatory(params, 'Type').toUpperCase();
        if (type !== 'NATGW') throw new ApiError(400, 'InvalidType.NotSupport', 'The specified Type is not supported.');
        const nat = named(state.natGateways, call, 'InstanceId');
        const DeletionProtection = flag(params, 'ProtectionEnable') === true;
        state.natGateways.set(nat.NatGatewayId, { ...nat, DeletionProtection });
        return {};
      },
      references: references({ 'ACS::NAT::NatGateway': ['InstanceId'] }),
    },
  };
}
