import { textOf } from '../../../../shared/model/params.ts';
import type { DemoAccount } from '../../demo/account.ts';
import { alert, type Play, silent } from './play-of.ts';

const WIPE = 'rm -rf /tmp/ccs-log-collector/pos';
const ANYBODY = JSON.stringify({
  Version: '1',
  Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { RAM: ['acs:ram::1234567890123456:root'] } }],
});

/** Commands on nodes, Container Service and RAM: played with `--all`. */
export function commandPlays(demo: DemoAccount): readonly Play[] {
  return [...commands(demo), ...containerService(demo), ...ram(demo)];
}

function commands({ prod, legacy }: DemoAccount): readonly Play[] {
  const ecs = (action: string, params: object) => ({ product: 'ecs', action, params: { ...params } }) as const;
  const shell = (CommandContent: string) => ({ Type: 'RunShellScript', CommandContent });
  const stored = { Name: 'tidy', ...shell(Buffer.from(WIPE).toString('base64')) };
  return [
    {
      title: 'A command that does no harm on a node',
      as: 'alice',
      call: ecs('RunCommand', { ...shell('uptime'), InstanceId: [prod.nodes[5]] }),
      expected: silent('not-risky'),
    },
    {
      title: 'A command only stored',
      as: 'alice',
      call: ecs('CreateCommand', stored),
      expected: silent('not-owned'),
    },
    {
      title: "A stored command that wipes the log collector's positions, invoked on a node",
      as: 'alice',
      before: {
        call: ecs('CreateCommand', stored),
        paramsOf: (answer) => ({ CommandId: textOf(answer, 'commandId') }),
      },
      call: ecs('InvokeCommand', { InstanceId: [prod.nodes[5]] }),
      expected: alert('R55'),
    },
    {
      title: 'A firewall switched on on every node of a pool, found by their tag',
      as: 'alice',
      call: ecs('RunCommand', {
        ...shell('systemctl enable --now firewalld'),
        ResourceTag: [{ key: 'ack.alibabacloud.com/nodepool-id', value: prod.elastic.pool }],
      }),
      expected: alert('R37'),
    },
    {
      title: 'Certificates renewed on a master',
      as: 'root',
      call: ecs('RunCommand', { ...shell('kubeadm certs renew all'), InstanceId: [legacy.masters[0]] }),
      expected: alert('R20'),
    },
    {
      title: 'A configuration of containerd sent to a node',
      as: 'alice',
      call: ecs('SendFile', {
        Name: 'config.toml',
        TargetDir: '/etc/containerd',
        Content: 'version = 2',
        InstanceId: [prod.nodes[5]],
      }),
      expected: alert('R09'),
    },
    {
      title: 'A terminal opened on a node',
      as: 'alice',
      call: ecs('StartTerminalSession', { InstanceId: [prod.nodes[5]] }),
      expected: alert('U12'),
    },
  ];
}

function containerService({ prod, edge }: DemoAccount): readonly Play[] {
  return [
    {
      title: 'A cluster upgraded without a check before',
      as: 'alice',
      call: {
        product: 'cs',
        action: 'UpgradeCluster',
        route: `POST /api/v2/clusters/${edge.clusterId}/upgrade`,
        params: { next_version: '1.35.0-aliyun.1' },
      },
      expected: alert('U08'),
    },
    {
      title: 'The log collector uninstalled',
      as: 'alice',
      call: {
        product: 'cs',
        action: 'UnInstallClusterAddons',
        route: `POST /clusters/${prod.clusterId}/components/uninstall`,
        params: { addons: [{ name: 'loongcollector' }] },
      },
      expected: alert('R58'),
    },
    {
      title: 'An auto-scaling node pool scaled by hand, though in its console',
      as: 'alice',
      call: {
        product: 'cs',
        action: 'ScaleClusterNodePool',
        route: `POST /clusters/${prod.clusterId}/nodepools/${prod.elastic.pool}`,
        params: { count: 1 },
      },
      expected: alert('R28'),
    },
  ];
}

function ram({ legacy }: DemoAccount): readonly Play[] {
  return [
    {
      title: 'Everything allowed to the nodes of legacy',
      as: 'alice',
      call: {
        product: 'ram',
        action: 'AttachPolicyToRole',
        params: { RoleName: legacy.workerRole, PolicyName: 'AdministratorAccess', PolicyType: 'System' },
      },
      expected: alert('R23'),
    },
    {
      title: 'A role of ACK opened to the whole account',
      as: 'root',
      call: {
        product: 'ram',
        action: 'UpdateRole',
        params: { RoleName: 'AliyunCSManagedLogRole', NewAssumeRolePolicyDocument: ANYBODY },
      },
      expected: alert('R23'),
    },
    {
      title: 'A role that no cluster is known to need gets a policy: undecided until the next look at the clusters',
      as: 'alice',
      before: {
        call: {
          product: 'ram',
          action: 'CreateRole',
          params: { RoleName: 'reporting', AssumeRolePolicyDocument: ANYBODY },
        },
        paramsOf: () => ({}),
      },
      call: {
        product: 'ram',
        action: 'AttachPolicyToRole',
        params: { RoleName: 'reporting', PolicyName: 'ReadOnlyAccess', PolicyType: 'System' },
      },
      expected: silent('ownership-unknown'),
    },
  ];
}
