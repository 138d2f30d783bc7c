import { describe, expect, it } from 'vitest';
import { claimOf } from '../../shared/actors/claim.ts';

/** Every role under which ACK and what belongs to it acts, as RAM spells it. */
const OF_ACK = `AliyunCSDefaultRole AliyunCSManagedKubernetesRole AliyunCSServerlessKubernetesRole AliyunCSManagedNetworkRole
  AliyunCSManagedCsiRole AliyunCSManagedCsiPluginRole AliyunCSManagedCsiProvisionerRole AliyunCSManagedAutoScalerRole
  AliyunCSManagedNlcRole AliyunCSManagedNimitzRole AliyunCSManagedVKRole AliyunCSManagedEdgeRole AliyunCSManagedLogRole
  AliyunCSManagedArmsRole AliyunCSManagedCmsRole AliyunCSManagedTraceRole AliyunCSManagedMseRole AliyunCSManagedAcrRole
  AliyunCSManagedCostRole AliyunCSManagedSecurityRole AliyunCSManagedBackupRestoreRole AliyunCSManagedKubeAIRole
  AliyunCSManagedLicenseRole AliyunCSManagedDefaultWorkerRole AliyunCSManagedWebhookInjectorRole
  AliyunCSKubernetesAuditRole AliyunCSClusterRole AliyunCISDefaultRole AliyunServiceRoleForContainerService`;

const SHARED = 'AliyunServiceRoleForAutoScaling AliyunESSDefaultRole AliyunOOSLifecycleHook4CSRole';

const words = (text: string): readonly string[] => text.split(/\s+/u);

describe('what a role claims', () => {
  it.each(words(OF_ACK))('%s: to be ACK, however it is spelled', (name) => {
    const claims = [name, name.toLowerCase()].map((spelled) => claimOf({ type: 'assumed-role', name: spelled }));

    expect(claims).toEqual(['ack', 'ack']);
  });

  it.each(words(SHARED))('%s: to carry out what somebody else asked for', (name) => {
    expect(claimOf({ type: 'assumed-role', name: name.toLowerCase() })).toBe('echo');
  });

  it.each([
    ['a RAM user of that name', { type: 'ram-user', name: 'aliyuncsdefaultrole' }, 'nobody'],
    ['a role that only begins alike', { type: 'assumed-role', name: 'aliyuncsops' }, 'nobody'],
    ['a role that contains it', { type: 'assumed-role', name: 'my-aliyuncsdefaultrole' }, 'nobody'],
    ['a worker', { type: 'assumed-role', name: 'kubernetesworkerrole-1', session: 'vm-ram-i-1' }, 'cluster-instance'],
    [
      'an instance with a role of its own',
      { type: 'assumed-role', name: 'ci', session: 'vm-ram-i-1' },
      'cluster-instance',
    ],
    ['the cloud itself', { type: 'system', name: 'ecs.aliyuncs.com' }, 'platform'],
    ['root in the console', { type: 'root-account', name: 'root' }, 'nobody'],
  ])('%s: %s', (_, actor, claim) => {
    expect(claimOf(actor)).toBe(claim);
  });
});
