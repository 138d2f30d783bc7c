import type { Key, Keys } from './keys.ts';

/** ACK's own account: it assumes the service roles of its customers. */
const ACK_UID = '1798216825034902';
const SDK_AGENT = 'AlibabaCloud (linux; amd64) Golang/1.21.11 Core/1.1.0';
const CONSOLE_AGENT = 'Apache-HttpClient/4.5.7 (Java/1.8.0_275)';

/** Everybody who acts in a cloud account with an ACK cluster in it. Each call of a member makes a new session. */
export interface Actors {
  readonly root: () => Key;
  readonly user: (name: string) => Key;
  /** The same person clicking in the console. */
  readonly inConsole: (key: Key) => Key;
  /** ACK's control service: creates, scales, upgrades. */
  readonly ack: () => Key;
  /** The cloud controller manager of a managed cluster. */
  readonly cloudController: (clusterId: string) => Key;
  readonly terway: () => Key;
  readonly csi: () => Key;
  readonly autoscaler: () => Key;
  /** Auto Scaling, carrying out what a scaling group asks for. */
  readonly autoscaling: () => Key;
  /** A node's instance role; `roleName` as `KubernetesWorkerRole-…` or `KubernetesMasterRole-…`. */
  readonly instance: (roleName: string, instanceId: string, sourceIp?: string) => Key;
  /** ackwatch's own function, with the permissions given to it. */
  readonly ackwatch: (allowed: ReadonlySet<string>) => Key;
}

/** The actors of one account. */
export function createActors(keys: Keys): Actors {
  const service = (role: string, session: string, userAgent = SDK_AGENT): Key =>
    keys.session(role, session, { playerUid: ACK_UID, userAgent, sourceIp: '100.104.12.7' });
  const stamp = (): string => String(Math.floor(Math.random() * 1e10)).padStart(10, '1');
  return {
    root: () => keys.root({ sourceIp: '203.0.113.7' }),
    user: (name) => keys.user(name, { sourceIp: '203.0.113.24' }),
    inConsole: (key) => keys.again(key, { userAgent: CONSOLE_AGENT, sourceIp: '192.168.23.4', isConsole: true }),
    ack: () => service('aliyuncsdefaultrole', `cs-provision-role-${stamp()}`),
    cloudController: (clusterId) =>
      service(
        'aliyuncsmanagedkubernetesrole',
        `ccm-provision-role-${stamp()}`,
        `${SDK_AGENT} ack.ccm/v2.9.1 ClusterId/${clusterId}`,
      ),
    terway: () => service('aliyuncsmanagednetworkrole', `terway-${stamp()}`, `${SDK_AGENT} Extra/Kubernetes.Alicloud`),
    csi: () =>
      service('aliyuncsmanagedcsirole', `csi-${stamp()}`, `${SDK_AGENT} Kubernetes.Alicloud/CsiProvision.Disk`),
    autoscaler: () => service('aliyuncsmanagedautoscalerrole', `goatscaler-${stamp()}`),
    autoscaling: () =>
      keys.session('aliyunserviceroleforautoscaling', 'ess', {
        playerUid: '1509870524198302',
        userAgent: 'ess.aliyuncs.com',
        sourceIp: 'ess.aliyuncs.com',
      }),
    instance: (roleName, instanceId, sourceIp = '10.0.16.9') =>
      keys.session(roleName.toLowerCase(), `vm-ram-${instanceId}`, { userAgent: SDK_AGENT, sourceIp }),
    ackwatch: (allowed) => keys.session('ackwatch', 'fc-session', { allowed }),
  };
}
