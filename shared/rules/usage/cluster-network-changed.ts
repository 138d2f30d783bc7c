import { putBack } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const clusterNetworkChanged = defineRule({
  id: 'usage.cluster-network-changed',
  rows: ['U05'],
  severity: 'medium',
  roles: ['cluster-vpc', 'cluster-vswitch', 'cluster-route', 'cluster-nat-gateway', 'lingjun-network'],
  effects: [
    'address-space-changed',
    'spec-changed',
    'bandwidth-changed',
    'public-address-added',
    'public-address-removed',
    'release-protection-lifted',
  ],
  title: {
    en: 'Network under the cluster changed',
    zh: '集群底层网络被修改',
    ja: 'クラスターの下のネットワークが変更されました',
  },
  impact: {
    en: 'Address ranges, NAT gateway or public addresses of the cluster are not as they were: the way out may be slower, have another source address or stop.',
    zh: '集群的网段、NAT 网关或公网地址发生变化:出网可能变慢、源地址改变或中断。',
    ja: 'クラスターのアドレス範囲、NAT ゲートウェイ、パブリックアドレスが変わり、外部への通信が遅くなる、送信元が変わる、または止まることがあります。',
  },
  recovery: [putBack],
  examples: {
    fires: [
      {
        name: 'the EIP of the NAT gateway released',
        operation: 'Vpc:ReleaseEipAddress',
        params: { AllocationId: 'eip-1' },
        role: 'cluster-nat-gateway',
      },
      {
        name: 'a secondary CIDR block taken off the VPC',
        operation: 'Vpc:UnassociateVpcCidrBlock',
        params: { VpcId: 'vpc-1', SecondaryCidrBlock: '192.168.0.0/16' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Vpc:AssociateEipAddress',
        params: { AllocationId: 'eip-1', InstanceId: 'ngw-1' },
        role: 'cluster-nat-gateway',
        actor: 'ack',
      },
      { name: 'a description', operation: 'Vpc:ModifyVpcAttribute', params: { VpcId: 'vpc-1', Description: 'x' } },
    ],
  },
});
