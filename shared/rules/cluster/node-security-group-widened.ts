import { defineRule } from '../rule.ts';

/** Inspection tells widened from narrowed by the flows that pass before and after; until then the call only changes rules. */
export const nodeSecurityGroupWidened = defineRule({
  id: 'cluster.node-security-group-widened',
  rows: ['R04'],
  severity: 'medium',
  roles: ['node-security-group'],
  effects: ['rules-widened'],
  title: {
    en: 'Cluster nodes exposed: security group lets more in or out',
    zh: '集群节点暴露:安全组放行了更多流量',
    ja: 'クラスターノードが公開されました:セキュリティグループの許可が広がりました',
  },
  impact: {
    en: 'Nothing is cut, but the nodes can be reached, or can reach others, where that was not allowed before.',
    zh: '连通性没有受损,但节点现在可以被此前不允许的来源访问,或可以访问此前不允许的目标。',
    ja: '通信は切れていませんが、これまで許可されていなかった相手からノードに届く、またはノードから届くようになりました。',
  },
  recovery: [
    {
      en: 'If nobody needs the new access, take it back with the command below.',
      zh: '如果无人需要新放行的访问,用下面的命令收回。',
      ja: '新しい許可が不要なら、下のコマンドで取り消してください。',
    },
    {
      en: 'If it is needed, narrow it to the source, protocol and port that need it.',
      zh: '如果确有需要,把规则收窄到所需的来源、协议和端口。',
      ja: '必要な場合は、必要な送信元、プロトコル、ポートだけに絞ってください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'a port opened to everybody',
        operation: 'Ecs:AuthorizeSecurityGroup',
        params: { SecurityGroupId: 'sg-1', IpProtocol: 'TCP', PortRange: '22/22', SourceCidrIp: '0.0.0.0/0' },
        inspected: 'rules-widened',
      },
      {
        name: 'a rule that dropped traffic revoked',
        operation: 'Ecs:RevokeSecurityGroup',
        params: { SecurityGroupId: 'sg-1', 'SecurityGroupRuleId.1': 'sgr-1' },
        inspected: 'rules-widened',
      },
    ],
    quiet: [
      {
        name: 'the same by ACK itself',
        operation: 'Ecs:AuthorizeSecurityGroup',
        params: { SecurityGroupId: 'sg-1', IpProtocol: 'TCP', PortRange: '22/22', SourceCidrIp: '0.0.0.0/0' },
        inspected: 'rules-widened',
        actor: 'ack',
      },
      {
        name: 'a change that narrows',
        operation: 'Ecs:RevokeSecurityGroup',
        params: { SecurityGroupId: 'sg-1', 'SecurityGroupRuleId.1': 'sgr-1' },
        inspected: 'rules-narrowed',
      },
    ],
  },
});
