import { objectsOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation, type Product } from '../api.ts';
import { isAmong } from '../ecs/find.ts';
import { tokenPage } from '../pages.ts';
import { integer, mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { carries, type Tag, tagsIn } from '../tags.ts';
import type { ContainerGroup, EciState, VirtualNode } from './state.ts';

const MOST = 20;

/** Elastic Container Instance over one state. */
export function eciProduct(eci: EciState): Product {
  return {
    serviceName: 'Eci',
    product: 'eci',
    versions: ['2018-08-08'],
    style: 'RPC',
    callsPerSecond: 20,
    operations: { ...containerGroups(eci), ...virtualNodes(eci) },
  };
}

function containerGroups(eci: EciState): Readonly<Record<string, Operation>> {
  const write = (run: (group: ContainerGroup, call: Call) => ContainerGroup | undefined): Operation => ({
    rw: 'Write',
    required: ['ContainerGroupId'],
    run: (call) => {
      const group = named(eci.containerGroups, call, 'ContainerGroupId');
      const changed = run(group, call);
      if (changed === undefined) eci.containerGroups.delete(group.ContainerGroupId);
      else eci.containerGroups.set(group.ContainerGroupId, changed);
      return {};
    },
    references: references({ 'ACS::ECI::ContainerGroup': ['ContainerGroupId'] }),
  });
  return {
    DescribeContainerGroups: {
      rw: 'Read',
      run: (call) => {
        const { params } = call;
        const found = matching(eci.containerGroups, call).filter(
          (group) =>
            isAmong(params, 'ContainerGroupIds', group.ContainerGroupId) &&
            (text(params, 'VSwitchId') ?? group.VSwitchId) === group.VSwitchId,
        );
        return page(params, found, 'ContainerGroups');
      },
    },
    DeleteContainerGroup: write(() => undefined),
    RestartContainerGroup: write((group) => ({ ...group, Status: 'Restarting' })),
    UpdateContainerGroup: write((group, { params }) => ({
      ...group,
      Cpu: integer(params, 'Cpu') ?? group.Cpu,
      Memory: integer(params, 'Memory') ?? group.Memory,
      Containers: group.Containers.map((container) => {
        const said = objectsOf(params, 'Container').find((one) => text(one, 'Name') === container.Name);
        return { ...container, Image: said === undefined ? container.Image : (text(said, 'Image') ?? container.Image) };
      }),
    })),
  };
}

function virtualNodes(eci: EciState): Readonly<Record<string, Operation>> {
  return {
    DescribeVirtualNodes: {
      rw: 'Read',
      run: (call) => {
        const found = matching(eci.virtualNodes, call).filter(({ VirtualNodeId }) =>
          isAmong(call.params, 'VirtualNodeIds', VirtualNodeId),
        );
        return page(call.params, found, 'VirtualNodes');
      },
    },
    DeleteVirtualNode: {
      rw: 'Write',
      required: ['VirtualNodeId'],
      run: (call) => {
        eci.virtualNodes.delete(named(eci.virtualNodes, call, 'VirtualNodeId').VirtualNodeId);
        return {};
      },
      references: references({ 'ACS::ECI::VirtualNode': ['VirtualNodeId'] }),
    },
  };
}

type Kept = ContainerGroup | VirtualNode;

function named<T extends Kept>(records: ReadonlyMap<string, T>, { params, region }: Call, parameter: string): T {
  const found = records.get(mandatory(params, parameter));
  if (found?.RegionId === region) return found;
  throw new ApiError(404, `Invalid.${parameter}.NotFound`, `The specified ${parameter} does not exist.`);
}

function matching<T extends Kept>(records: ReadonlyMap<string, T>, { params, region }: Call): readonly T[] {
  const wanted = tagsIn(params, 'Tag');
  return [...records.values()].filter(({ RegionId, Tags }) => RegionId === region && carries(Tags, wanted));
}

/** `Limit` is how this product calls the size of a page. */
function page(params: Call['params'], found: readonly Kept[], list: string): Answer {
  const { Limit = MOST, ...rest } = params;
  const { items, NextToken } = tokenPage({ ...rest, MaxResults: String(Limit) }, found, { usual: MOST, most: MOST });
  const answer = items.map(({ Tags, ...one }) => ({ ...one, Tags: Tags.map(asAnswered) }));
  return { [list]: answer, NextToken, TotalCount: found.length };
}

function asAnswered({ TagKey, TagValue }: Tag): Answer {
  return { Key: TagKey, Value: TagValue };
}
