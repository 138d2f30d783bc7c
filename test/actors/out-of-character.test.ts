import { describe, expect, it } from 'vitest';
import { isOutOfCharacter } from '../../shared/actors/out-of-character.ts';

const by = (name: string, operation: string) => {
  const [service = '', action = ''] = operation.split(':');
  return isOutOfCharacter({ actor: { type: 'assumed-role', name }, service, action });
};

describe('an add-on', () => {
  it.each([
    ['aliyuncsmanagednetworkrole', 'Ecs:CreateNetworkInterface'],
    ['aliyuncsmanagednetworkrole', 'Ecs:AssignPrivateIpAddresses'],
    ['aliyuncsmanagednetworkrole', 'Vpc:AssociateEipAddress'],
    ['aliyuncsmanagednetworkrole', 'eflo:DeleteElasticNetworkInterface'],
    ['aliyuncsmanagedcsirole', 'Ecs:AttachDisk'],
    ['aliyuncsmanagedcsiprovisionerrole', 'NAS:DeleteMountTarget'],
    ['aliyuncsmanagedautoscalerrole', 'Ess:RemoveInstances'],
    ['aliyuncsmanagedautoscalerrole', 'CS:RemoveNodePoolNodes'],
    ['aliyuncsdefaultrole', 'Ram:DeleteRole'],
    ['aliyuncsmanagedarmsrole', 'Slb:DeleteLoadBalancer'],
  ])('%s is itself in %s', (role, operation) => {
    expect(by(role, operation)).toBe(false);
  });

  it.each([
    ['AliyunCSManagedNetworkRole', 'Slb:DeleteLoadBalancer'],
    ['aliyuncsmanagednetworkrole', 'Ecs:DeleteInstance'],
    ['aliyuncsmanagedcsirole', 'Ecs:DeleteNetworkInterface'],
    ['aliyuncsmanagedautoscalerrole', 'Slb:RemoveBackendServers'],
    ['aliyuncsmanagedlogrole', 'Ram:AttachPolicyToRole'],
  ])('%s is somebody else in %s', (role, operation) => {
    expect(by(role, operation)).toBe(true);
  });

  it('is not a person of that name', () => {
    const actor = { type: 'ram-user', name: 'aliyuncsmanagednetworkrole' };

    expect(isOutOfCharacter({ actor, service: 'Slb', action: 'DeleteLoadBalancer' })).toBe(false);
  });
});
