import { ApiError, type Operation } from '../api.ts';
import { mandatory, oneOf } from '../parameters.ts';
import { references } from '../references.ts';
import type { EcsState } from './state.ts';

/** Moving resources to another resource group. */
export function resourceGroupOperations(state: EcsState): Readonly<Record<string, Operation>> {
  return {
    JoinResourceGroup: {
      rw: 'Write',
      required: ['ResourceGroupId', 'ResourceId', 'ResourceType'],
      run: ({ params }) => {
        const id = mandatory(params, 'ResourceId');
        const group = mandatory(params, 'ResourceGroupId');
        const type = oneOf('instance', 'disk', 'securitygroup', 'eni')(params, 'ResourceType') ?? 'instance';
        if (!move(state, type, id, group)) {
          throw new ApiError(404, 'InvalidResourceId.NotFound', 'The specified ResourceId is not found.');
        }
        return {};
      },
      references: (call, answer) => {
        const type = oneOf('instance', 'disk', 'securitygroup', 'eni')(call.params, 'ResourceType') ?? 'instance';
        return references({ [REFERENCE[type]]: ['ResourceId'] })(call, answer);
      },
    },
  };
}

const REFERENCE = {
  instance: 'ACS::ECS::Instance',
  disk: 'ACS::ECS::Disk',
  securitygroup: 'ACS::ECS::SecurityGroup',
  eni: 'ACS::ECS::NetworkInterface',
} as const;

function move(state: EcsState, type: keyof typeof REFERENCE, id: string, group: string): boolean {
  switch (type) {
    case 'instance':
      return put(state.instances, id, group);
    case 'disk':
      return put(state.disks, id, group);
    case 'securitygroup':
      return put(state.securityGroups, id, group);
    case 'eni':
      return put(state.networkInterfaces, id, group);
  }
}

function put<T extends { readonly ResourceGroupId: string }>(
  records: Map<string, T>,
  id: string,
  ResourceGroupId: string,
): boolean {
  const record = records.get(id);
  if (record !== undefined) records.set(id, { ...record, ResourceGroupId });
  return record !== undefined;
}
