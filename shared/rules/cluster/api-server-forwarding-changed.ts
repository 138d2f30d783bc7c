import { defineRule } from '../rule.ts';

/** The rules of its security group do for a Network Load Balancer what an access control list does for a classic one. */
const GUARD = ['rules-changed', 'rules-narrowed', 'rules-widened'] as const;

export const apiServerForwardingChanged = defineRule({
  id: 'cluster.api-server-forwarding-changed',
  rows: ['R02'],
  severity: 'critical',
  roles: ['api-server-load-balancer'],
  effects: [
    'listener-added',
    'listener-changed',
    'rules-added',
    'server-group-added',
    'server-group-deleted',
    'backends-changed',
    'backend-weights-changed',
    'acl-changed',
    'tags-changed',
    'spec-changed',
    'stopped',
    'public-address-removed',
    'modification-protection-lifted',
    'unknown-change',
    ...GUARD,
  ],
  when: (_, { resource, effect }) =>
    resource.kind !== 'ecs.security-group' || GUARD.some((guarding) => guarding === effect),
  title: {
    en: 'API server load balancer reconfigured',
    zh: 'API Server 负载均衡配置被修改',
    ja: 'API サーバーのロードバランサーの設定が変更されました',
  },
  impact: {
    en: 'Requests to the API server may no longer reach the control plane: kubectl, nodes and controllers lose contact and the cluster becomes abnormal.',
    zh: '发往 API Server 的请求可能到不了控制面:kubectl、节点和控制器失联,集群状态异常。',
    ja: 'API サーバーへの要求がコントロールプレーンに届かなくなり、kubectl、ノード、コントローラーが切断されてクラスターが異常になります。',
  },
  recovery: [
    {
      en: 'Put the previous configuration back with the command below.',
      zh: '用下面的命令恢复原来的配置。',
      ja: '下のコマンドで元の設定に戻してください。',
    },
    {
      en: 'Check that `kubectl get nodes` answers and all nodes are Ready.',
      zh: '确认 kubectl get nodes 有响应且节点均为 Ready。',
      ja: 'kubectl get nodes が応答し、全ノードが Ready であることを確認してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'access control switched on for 6443',
        operation: 'Slb:SetListenerAccessControlStatus',
        params: { LoadBalancerId: 'lb-1', ListenerPort: '6443', AccessControlStatus: 'open_white_list' },
      },
      {
        name: 'the 6443 listener stopped',
        operation: 'Slb:StopLoadBalancerListener',
        params: { LoadBalancerId: 'lb-1', ListenerPort: '6443', ListenerProtocol: 'tcp' },
      },
      {
        name: 'tags taken off through the tag service',
        operation: 'Tag:UntagResources',
        params: { 'ResourceARN.1': 'acs:slb:cn-hangzhou:1:instance/lb-1', 'TagKey.1': 'ack.aliyun.com' },
      },
      {
        name: 'a rule of the security group that guards a Network Load Balancer revoked',
        operation: 'Ecs:RevokeSecurityGroup',
        params: { SecurityGroupId: 'sg-1', 'SecurityGroupRuleId.1': 'sgr-1' },
      },
    ],
    quiet: [
      {
        name: 'the same by ACK itself',
        operation: 'Slb:SetListenerAccessControlStatus',
        params: { LoadBalancerId: 'lb-1', ListenerPort: '6443' },
        actor: 'ack',
      },
      {
        name: 'delete protection alone',
        operation: 'Slb:SetLoadBalancerDeleteProtection',
        params: { LoadBalancerId: 'lb-1', DeleteProtection: 'on' },
      },
    ],
  },
});
