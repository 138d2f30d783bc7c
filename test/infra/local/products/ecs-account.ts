import { aDisk, anInstance, aNetworkInterface, place } from '../../../../infra/local/cloud/ecs/defaults.ts';
import { aPermission, aSecurityGroup } from '../../../../infra/local/cloud/ecs/firewall-defaults.ts';
import { ecsProduct } from '../../../../infra/local/cloud/ecs/product.ts';
import { createEcsState } from '../../../../infra/local/cloud/ecs/state.ts';
import { asking, NOW } from './ask.ts';

const RegionId = 'cn-hangzhou';
const WHERE = { RegionId, VpcId: 'vpc-1', VSwitchId: 'vsw-1', SecurityGroupIds: ['sg-1'] };
/** The clock of a call so many seconds later. */
export const after = (seconds: number) => ({ now: new Date(NOW.getTime() + seconds * 1000) });

/** A node, an instance that is paid in advance, two groups, a pod's interface and a volume. */
export function ecsWithNode() {
  const ecs = createEcsState();
  const tcp = { IpProtocol: 'TCP', PortRange: '22/22', SourceCidrIp: '10.0.0.0/8' } as const;
  const Permissions = [aPermission({ SecurityGroupRuleId: 'sgr-1', Direction: 'ingress', ...tcp })];
  for (const [id, rules] of [
    ['sg-1', Permissions],
    ['sg-2', []],
  ] as const) {
    ecs.securityGroups.set(id, aSecurityGroup({ SecurityGroupId: id, RegionId, VpcId: 'vpc-1', Permissions: rules }));
  }
  place(ecs, anInstance({ ...WHERE, InstanceId: 'i-1', PrivateIpAddress: '10.0.0.1' }));
  place(
    ecs,
    anInstance({ ...WHERE, InstanceId: 'i-paid', PrivateIpAddress: '10.0.0.2', InstanceChargeType: 'PrePaid' }),
  );
  const pod = { ...WHERE, NetworkInterfaceId: 'eni-pod', PrivateIpAddress: '10.0.0.50' };
  ecs.networkInterfaces.set('eni-pod', aNetworkInterface(pod));
  ecs.disks.set('d-pv', aDisk({ DiskId: 'd-pv', RegionId }));
  const product = ecsProduct(ecs);
  return { ecs, product, ask: asking(product) };
}

export const I1 = { InstanceId: 'i-1' };

/** A member deep in an answer: `Instances.Instance.0`. */
export function at(value: unknown, path: string): unknown {
  return path === '' ? value : path.split('.').reduce((inner, key) => (inner as Record<string, unknown>)[key], value);
}
