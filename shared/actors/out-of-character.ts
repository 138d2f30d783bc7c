import type { AuditEvent } from '../model/event.ts';

const ANYTHING = /^/u;

/**
 * What the component behind a role writes, where its policy is known: product → what its actions are about. Components
 * with broad tasks (the control service, the cloud controller manager, virtual nodes) and little known ones are left out.
 */
const WRITES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  aliyuncsmanagednetworkrole: {
    ecs: /networkinterface|privateip|ipv6|ipv4prefix|tag/u,
    vpc: /eip|bandwidth|ipv6|tag/u,
    eflo: ANYTHING,
    'eflo-controller': ANYTHING,
    tag: ANYTHING,
  },
  aliyuncsmanagedcsirole: { ecs: /disk|snapshot|tag/u, nas: ANYTHING, eflo: ANYTHING, tag: ANYTHING },
  aliyuncsmanagedcsipluginrole: { ecs: /disk|snapshot|tag/u, nas: ANYTHING, eflo: ANYTHING, tag: ANYTHING },
  aliyuncsmanagedcsiprovisionerrole: { ecs: /disk|snapshot|tag/u, nas: ANYTHING, eflo: ANYTHING, tag: ANYTHING },
  aliyuncsmanagedautoscalerrole: {
    ess: ANYTHING,
    ecs: ANYTHING,
    cs: ANYTHING,
    eflo: ANYTHING,
    'eflo-controller': ANYTHING,
    tag: ANYTHING,
  },
  aliyuncsmanagedlogrole: { sls: ANYTHING },
  // OOS carries out any template as this role, whoever starts it: only what the hook's own template does is an echo.
  aliyunooslifecyclehook4csrole: { cs: /node/u, ess: /lifecycle/u, oos: ANYTHING, polardb: ANYTHING },
};

/**
 * Whether an add-on's role does what that add-on never does. Its token lies in a Secret of the cluster: whoever reads
 * that can act as the role, and no trust policy tells.
 */
export function isOutOfCharacter({
  actor,
  service,
  action,
}: Pick<AuditEvent, 'actor' | 'service' | 'action'>): boolean {
  const role = actor.name.toLowerCase();
  const writes = Object.hasOwn(WRITES, role) ? WRITES[role] : undefined;
  if (actor.type !== 'assumed-role' || writes === undefined) return false;
  return writes[service.toLowerCase()]?.test(action.toLowerCase()) !== true;
}
