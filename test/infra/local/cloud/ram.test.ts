import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../infra/local/cloud/api.ts';
import { trustOfServices } from '../../../../infra/local/cloud/ram/state.ts';
import { createWorld } from '../../../../infra/local/cloud/world.ts';
import { parseTrustPolicy } from '../../../../shared/actors/trust-policy.ts';

function aRam() {
  const world = createWorld();
  const call = (action: string, params: Record<string, string>): Answer =>
    world.act(world.actors.root(), { product: 'ram', action, params }) as Answer;
  return { world, call };
}

const ROLE = { RoleName: 'AliyunCSDefaultRole' };

describe('RAM', () => {
  it('tells who may assume a role, by its name in any case', () => {
    const { call } = aRam();
    call('CreateRole', { ...ROLE, AssumeRolePolicyDocument: trustOfServices('cs.aliyuncs.com') });

    const answer = call('GetRole', { RoleName: 'aliyuncsdefaultrole' });

    expect(answer).toMatchObject({ Role: { ...ROLE, Arn: 'acs:ram::1234567890123456:role/aliyuncsdefaultrole' } });
    expect(parseTrustPolicy(answer)).toEqual({ services: ['cs.aliyuncs.com'], onlyServices: true });
  });

  it('shows a trust policy as it was changed', () => {
    const { call } = aRam();
    call('CreateRole', { ...ROLE, AssumeRolePolicyDocument: trustOfServices('cs.aliyuncs.com') });
    const foreign = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { RAM: ['acs:ram::1:root'] } };

    call('UpdateRole', { ...ROLE, NewAssumeRolePolicyDocument: JSON.stringify({ Statement: [foreign] }) });

    expect(parseTrustPolicy(call('GetRole', ROLE))).toEqual({ services: [], onlyServices: false });
  });

  it.each([
    ['GetRole', 'EntityNotExist.Role'],
    ['UpdateRole', 'EntityNotExist.Role'],
    ['DeleteRole', 'EntityNotExist.Role'],
    ['AttachPolicyToRole', 'EntityNotExist.Role'],
  ])('%s of a role that does not exist answers %s', (action, code) => {
    const { call } = aRam();
    const params = { RoleName: 'none', PolicyName: 'P', PolicyType: 'System' };

    expect(() => call(action, params)).toThrow(expect.objectContaining({ code, status: 404 }));
  });

  it('attaches a policy once and detaches it once', () => {
    const { call } = aRam();
    const policy = { ...ROLE, PolicyName: 'AliyunCSDefaultRolePolicy', PolicyType: 'System' };
    call('CreateRole', { ...ROLE, AssumeRolePolicyDocument: '{}' });
    call('AttachPolicyToRole', policy);

    expect(() => call('AttachPolicyToRole', policy)).toThrow(expect.objectContaining({ status: 409 }));
    expect(() => call('DeleteRole', ROLE)).toThrow(expect.objectContaining({ code: 'DeleteConflict.Role.Policy' }));
    call('DetachPolicyFromRole', policy);
    expect(() => call('DetachPolicyFromRole', policy)).toThrow(
      expect.objectContaining({ code: 'EntityNotExist.Role.Policy' }),
    );
    expect(call('ListPoliciesForRole', ROLE)).toEqual({ Policies: { Policy: [] } });
  });

  it('lists roles by pages, without their trust', () => {
    const { call } = aRam();
    for (const name of ['a', 'b', 'c']) call('CreateRole', { RoleName: name, AssumeRolePolicyDocument: '{}' });

    const first = call('ListRoles', { MaxItems: '2' });
    const rest = call('ListRoles', { MaxItems: '2', Marker: String(first['Marker']) });

    expect(first).toMatchObject({ IsTruncated: true, Roles: { Role: [{ RoleName: 'a' }, { RoleName: 'b' }] } });
    expect(rest).toMatchObject({ IsTruncated: false, Roles: { Role: [{ RoleName: 'c' }] } });
    expect(JSON.stringify([first, rest])).not.toContain('AssumeRolePolicyDocument');
  });

  it('records role and policy, under a global service', () => {
    const { world, call } = aRam();
    call('CreateRole', { ...ROLE, AssumeRolePolicyDocument: '{}' });

    call('AttachPolicyToRole', { ...ROLE, PolicyName: 'P', PolicyType: 'System' });

    expect(world.trail.records().at(-1)).toMatchObject({
      serviceName: 'Ram',
      isGlobal: true,
      eventSource: 'ram-share.aliyuncs.com',
      referencedResources: { 'ACS::RAM::Role': ['AliyunCSDefaultRole'], 'ACS::RAM::Policy': ['P'] },
    });
  });
});
