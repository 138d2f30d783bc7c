import { describe, expect, it } from 'vitest';
import { standingOf } from '../../shared/actors/standing.ts';
import { parseTrustPolicy } from '../../shared/actors/trust-policy.ts';

const CS = { services: ['cs.aliyuncs.com'], onlyServices: true };
const role = (name: string, session = 's') => ({ type: 'assumed-role', name, session });

describe('standing', () => {
  it.each([
    ['aliyuncsdefaultrole', 'ack'],
    ['AliyunCSManagedKubernetesRole', 'ack'],
    ['aliyuncsmanagednetworkrole', 'ack'],
    ['AliyunOOSLifecycleHook4CSRole', 'echo'],
    ['deployer', 'outsider'],
  ])('of role %s with an intact trust policy is %s', (name, standing) => {
    expect(standingOf(role(name), CS, false)).toBe(standing);
  });

  it('of an ACK role name with an account in its trust policy is suspect', () => {
    expect(standingOf(role('AliyunCSFooRole'), { ...CS, onlyServices: false }, false)).toBe('suspect');
  });

  it.each(['fc.aliyuncs.com', 'oos.aliyuncs.com', 'ess.aliyuncs.com', 'eci.aliyuncs.com'])(
    'of an ACK role name that %s may assume is suspect: whoever may use that service acts as the role',
    (service) => {
      expect(standingOf(role('aliyuncsdefaultrole'), { ...CS, services: [service] }, false)).toBe('suspect');
    },
  );

  it('of a scaling role is an echo only while nobody but Auto Scaling may assume it', () => {
    const trusting = (service: string) => ({ services: [service], onlyServices: true });

    expect(standingOf(role('AliyunServiceRoleForAutoScaling'), trusting('ess.aliyuncs.com'), false)).toBe('echo');
    expect(standingOf(role('AliyunESSDefaultRole'), trusting('oos.aliyuncs.com'), false)).toBe('suspect');
  });

  it('of the role that OOS takes on for whoever starts a template is that of an outsider', () => {
    expect(standingOf(role('OOSServiceRole'), { services: ['oos.aliyuncs.com'], onlyServices: true }, false)).toBe(
      'outsider',
    );
  });

  it('of a master’s role is ack on its own cluster, while only ECS may hand it out', () => {
    const master = role('KubernetesMasterRole-1', 'vm-ram-i-1');
    const trusting = (services: readonly string[], onlyServices = true) => ({ services, onlyServices });

    expect(standingOf(master, trusting(['ecs.aliyuncs.com']), true)).toBe('ack');
    expect(standingOf(master, trusting(['ecs.aliyuncs.com'], false), true)).toBe('suspect');
    expect(standingOf(master, undefined, true)).toBe('unverified');
    expect(standingOf(master, trusting(['ecs.aliyuncs.com']), false)).toBe('suspect');
  });

  it('of an ACK role name whose trust nobody could read is unverified, never ack', () => {
    expect(standingOf(role('aliyuncsdefaultrole'), undefined, false)).toBe('unverified');
  });

  it('of a worker role is suspect', () => {
    expect(standingOf(role('KubernetesWorkerRole-1', 'vm-ram-i-1'), undefined, false)).toBe('suspect');
  });

  it.each(['root-account', 'ram-user', 'cloudsso-user', 'something-new'])('of type %s is outsider', (type) => {
    expect(standingOf({ type, name: 'aliyuncsdefaultrole' }, CS, false)).toBe('outsider');
  });
});

describe('the trust policy', () => {
  const answer = (policy: unknown) => ({ Role: { AssumeRolePolicyDocument: JSON.stringify(policy) } });

  it('names its services', () => {
    const policy = { Statement: [{ Effect: 'Allow', Principal: { Service: ['cs.aliyuncs.com'] } }] };

    expect(parseTrustPolicy(answer(policy))).toEqual(CS);
  });

  it('is not services only when it names an account beside them', () => {
    const policy = {
      Statement: [{ Effect: 'Allow', Principal: { Service: ['cs.aliyuncs.com'], RAM: ['acs:ram::1:root'] } }],
    };

    expect(parseTrustPolicy(answer(policy))?.onlyServices).toBe(false);
  });

  it('is unknown when it cannot be read', () => {
    expect(parseTrustPolicy({ Role: { AssumeRolePolicyDocument: '{' } })).toBeUndefined();
  });
});
