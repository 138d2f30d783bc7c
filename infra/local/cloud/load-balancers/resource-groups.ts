import { textOf } from '../../../../shared/model/params.ts';
import { ApiError, type Operation } from '../api.ts';
import { mandatory } from '../parameters.ts';

/** Moving things from one resource group to another; `records` by the type under which a record of the call names them. */
export function resourceGroupOperations(
  records: Readonly<Record<string, Map<string, { readonly ResourceGroupId: string }>>>,
): Readonly<Record<string, Operation>> {
  const kindOf = (id: string) => Object.entries(records).find(([, kept]) => kept.has(id));
  return {
    MoveResourceGroup: {
      rw: 'Write',
      required: ['ResourceId', 'ResourceType', 'NewResourceGroupId'],
      run: ({ params }) => {
        const id = mandatory(params, 'ResourceId');
        const ResourceGroupId = mandatory(params, 'NewResourceGroupId');
        const [, kept] = kindOf(id) ?? [];
        const record = kept?.get(id);
        if (kept === undefined || record === undefined) {
          throw new ApiError(404, 'ResourceNotFound.resource', 'The specified resource is not found.');
        }
        kept.set(id, { ...record, ResourceGroupId });
        return { Data: { ResourceId: id }, Success: true, HttpStatusCode: 200 };
      },
      references: ({ params }) => {
        const id = textOf(params, 'ResourceId') ?? '';
        const [type] = kindOf(id) ?? [];
        return type === undefined ? {} : { [type]: [id] };
      },
    },
  };
}
