import type { Effect, Strength } from '../../shared/model/operation.ts';
import type { Role } from '../../shared/model/resource.ts';
import type { Consequence, JudgeContext, Precaution } from '../../shared/model/rule.ts';

/** A context to judge in; name only what the test is about. */
export function aContext(about: {
  readonly role: Role;
  readonly effect: Effect;
  readonly strength?: Strength;
  readonly actor?: 'ack' | 'outsider';
  readonly clusterType?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  readonly consequences?: readonly Consequence[];
  readonly precautions?: readonly Precaution[];
  readonly clusterState?: string;
}): JudgeContext {
  const at = { accountId: '1234567890123456', region: 'cn-hangzhou' };
  return {
    resource: {
      ...at,
      kind: 'slb.load-balancer',
      id: 'x-1',
      clusterId: 'c1',
      role: about.role,
      facts: about.facts ?? {},
      via: 'cs',
    },
    cluster: {
      ...at,
      id: 'c1',
      name: 'prod',
      type: about.clusterType ?? 'ManagedKubernetes',
      state: about.clusterState ?? 'running',
      podCidrs: [],
    },
    effect: about.effect,
    strength: about.strength ?? 'direct',
    standing: about.actor ?? 'outsider',
    operation: 'Slb:X',
    consequences: about.consequences ?? [],
    precautions: about.precautions ?? [],
  };
}
