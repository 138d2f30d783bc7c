import type { Cloud, CloudCall } from '../../shared/cloud/cloud.ts';
import { CloudError } from '../../shared/errors.ts';

type Script = Readonly<Record<string, unknown>>;

/** A cloud that answers each action as scripted: an object, an error, `hangs`, or a function of the call. */
export function aCloud(script: Script): { readonly cloud: Cloud; readonly calls: readonly CloudCall[] } {
  const calls: CloudCall[] = [];
  const call = (asked: CloudCall): Promise<unknown> => {
    calls.push(asked);
    const answer = script[asked.action];
    if (answer === 'hangs') return new Promise(() => undefined);
    if (answer instanceof Error) return Promise.reject(answer);
    if (answer === undefined) return Promise.reject(new CloudError('Unexpected', `no script for ${asked.action}`));
    return Promise.resolve(typeof answer === 'function' ? (answer as (asked: CloudCall) => unknown)(asked) : answer);
  };
  return { cloud: { call }, calls };
}

/** A TCP listener as SLB answers it. */
export const TCP_LISTENER = {
  RequestId: 'r-1',
  ListenerPort: 6443,
  BackendServerPort: 6443,
  Status: 'running',
  Bandwidth: -1,
  Scheduler: 'rr',
  SynProxy: 'disable',
  PersistenceTimeout: 0,
  EstablishedTimeout: 900,
  HealthCheck: 'on',
  HealthyThreshold: 4,
  UnhealthyThreshold: 4,
  HealthCheckConnectTimeout: 5,
  HealthCheckConnectPort: 6443,
  HealthCheckInterval: 3,
  HealthCheckType: 'tcp',
  MaxConnection: 100,
  VServerGroupId: 'rsp-1',
  AclStatus: 'off',
  AclIds: { AclId: [] },
  VpcIds: '',
  Description: '',
};

/** An instance as ECS answers it. */
export function anInstance(InstanceId: string, about: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    InstanceId,
    Status: 'Running',
    InstanceChargeType: 'PostPaid',
    AutoReleaseTime: '',
    ExpiredTime: '2099-12-31T15:59Z',
    DeletionProtection: false,
    SecurityGroupIds: { SecurityGroupId: ['sg-1'] },
    VpcAttributes: { VpcId: 'vpc-1', VSwitchId: 'vsw-1', PrivateIpAddress: { IpAddress: ['10.0.0.4'] } },
    OperationLocks: { LockReason: [] },
    ...about,
  };
}
