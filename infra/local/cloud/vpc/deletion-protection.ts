import { textOf } from '../../../../shared/model/params.ts';
import { ApiError, type Operation } from '../api.ts';
import { flag, mandatory } from '../parameters.ts';
import { references } from '../references.ts';
import { eipIn } from './eip.ts';
import type { EipState } from './eip-state.ts';
import { named } from './find.ts';
import type { VpcState } from './state.ts';

/** The guard against deletion that one call sets on several kinds of resource. */
export function deletionProtectionOperations(state: VpcState, eips: EipState): Readonly<Record<string, Operation>> {
  return {
    DeletionProtection: {
      rw: 'Write',
      required: ['InstanceId', 'Type', 'ProtectionEnable'],
      run: (call) => {
        const { params } = call;
        const type = mandatory(params, 'Type').toUpperCase();
        const DeletionProtection = flag(params, 'ProtectionEnable') === true;
        if (type === 'EIP') {
          const eip = eipIn(eips, mandatory(params, 'InstanceId'));
          eips.addresses.set(eip.AllocationId, { ...eip, DeletionProtection });
          return {};
        }
        if (type !== 'NATGW') throw new ApiError(400, 'InvalidType.NotSupport', 'The specified Type is not supported.');
        const nat = named(state.natGateways, call, 'InstanceId');
        state.natGateways.set(nat.NatGatewayId, { ...nat, DeletionProtection });
        return {};
      },
      references: (call, answer) => {
        const isEip = textOf(call.params, 'Type')?.toUpperCase() === 'EIP';
        const type = isEip ? 'ACS::EIP::EipAddress' : 'ACS::NAT::NatGateway';
        return references({ [type]: ['InstanceId'] })(call, answer);
      },
    },
  };
}
