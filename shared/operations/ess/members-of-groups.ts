import type { OperationTable } from '../../model/operation.ts';
import { ADJACENT, on, type More } from '../touch.ts';

const group = on('ess.scaling-group', 'ScalingGroupId');
/** Older calls say `InstanceId.N`, newer ones `InstanceIds.N`. */
const members = on('ecs.instance', 'InstanceId', 'InstanceIds');
const conditional = { strength: 'conditional' } as const satisfies More;
/** What an instance is taken out of a pool for, seen from the group: it has fewer members than somebody wants. */
const fewer = group('capacity-changed', { value: ['DecreaseDesiredCapacity'] });
const standby = [members('standby-changed'), group('scaling-switched')];

/** Ess: who is in a scaling group, and what becomes of all of them at once. */
export const membersOfGroups: OperationTable['actions'] = {
  AttachInstances: [group('members-added', { value: ['InstanceId', 'InstanceIds'] })],
  CancelInstanceRefresh: [group('attribute-changed', ADJACENT)],
  DetachInstances: [members('detached'), fewer],
  EnterStandby: standby,
  ExitStandby: standby,
  ModifyInstanceAttribute: [members('protection-changed', { ...ADJACENT, value: ['Entrusted'] })],
  RebalanceInstances: [group('members-replaced')],
  RemoveInstances: [members('removed'), fewer],
  ResumeInstanceRefresh: [group('attribute-changed', ADJACENT)],
  RollbackInstanceRefresh: [group('members-reimaged')],
  SetInstanceHealth: [
    members('health-changed', {
      ...conditional,
      value: ['HealthStatus'],
      when: { equals: ['HealthStatus', 'Unhealthy'] },
    }),
  ],
  SetInstancesProtection: [members('protection-changed', { ...ADJACENT, value: ['ProtectedFromScaleIn'] })],
  StartInstanceRefresh: [group('members-reimaged')],
  SuspendInstanceRefresh: [group('attribute-changed', ADJACENT)],
};
