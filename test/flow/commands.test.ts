import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { aWatchedAccount, short } from './watched-account.ts';

const WIPE = 'rm -rf /tmp/ccs-log-collector/pos';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** For each row of the page that a command can realise, one that does. */
const REALISED: readonly (readonly [row: string, on: 'worker' | 'master', command: string])[] = [
  ['R07', 'worker', 'yum install -y kubelet-1.31.1'],
  ['R09', 'worker', 'echo x > /etc/systemd/system/kubelet.service.d/20-custom.conf'],
  ['R10', 'worker', 'swapon /swapfile'],
  ['R11', 'worker', 'systemctl stop chronyd'],
  ['R16', 'master', 'kubeadm upgrade apply v1.31.1 -y'],
  ['R17', 'master', 'rm -rf /var/lib/etcd/member'],
  ['R19', 'master', 'systemctl restart etcd'],
  ['R20', 'master', 'kubeadm certs renew all'],
  ['R22', 'master', 'ntpdate ntp.aliyun.com'],
  ['R32', 'worker', 'echo 0 > /proc/sys/net/ipv4/ip_forward'],
  ['R33', 'worker', 'sysctl -w net.ipv4.conf.eth0.rp_filter=1'],
  ['R34', 'worker', 'sysctl -w net.ipv4.tcp_tw_reuse=1'],
  ['R35', 'worker', 'sysctl -w net.ipv4.tcp_tw_recycle=1'],
  ['R36', 'worker', 'sysctl -w net.ipv4.ip_local_port_range="1024 65535"'],
  ['R37', 'worker', 'ufw --force enable'],
  ['R44', 'worker', 'echo "nameserver 8.8.8.8" > /etc/resolv.conf'],
  ['R50', 'worker', 'umount /var/lib/kubelet/plugins/kubernetes.io/csi/pv/d-1/globalmount'],
  ['R51', 'worker', 'mkfs.ext4 /dev/vdb'],
  ['R53', 'worker', 'rm -rf /mnt/nas/app'],
  ['R55', 'worker', WIPE],
  ['R56', 'worker', 'rm -rf /tmp/ccs-log-collector/buffer'],
  ['U07', 'master', 'kubeadm upgrade apply v1.31.1 -y'],
  ['U12', 'worker', 'mv /var/lib/kubelet /data/kubelet'],
];

describe('a command on a node', () => {
  it.each(['RunCommand', 'InvokeCommand'])('realises every row that a command can: %s', async (action) => {
    const { take, deed, alice, prod, legacy } = await aWatchedAccount();
    const idOf = { worker: prod.nodes[0], master: legacy.masters[0] };
    const missed: string[] = [];

    for (const [row, on, text] of REALISED) {
      const script = { Name: row, Type: 'RunShellScript', CommandContent: base64(text), ContentEncoding: 'Base64' };
      const [created] = deed(alice, { product: 'ecs', action: 'CreateCommand', params: script });
      const stored = { CommandId: created?.responseElements?.['CommandId'] };
      const params = { ...(action === 'RunCommand' ? script : stored), 'InstanceId.1': idOf[on] };
      const { findings } = await take(deed(alice, { product: 'ecs', action, params }));
      if (findings[0]?.rows.includes(row) !== true) missed.push(row);
    }

    expect(missed).toEqual([]);
  });

  it('is told by what its text does, with the line that does it', async () => {
    const { take, deed, alice, prod } = await aWatchedAccount();
    const CommandContent = ['#!/bin/bash', 'uptime', 'sysctl -w net.ipv4.ip_forward=0'].join('\n');

    const { findings } = await take(
      deed(alice, {
        product: 'ecs',
        action: 'RunCommand',
        params: { Type: 'RunShellScript', CommandContent, 'InstanceId.1': prod.nodes[0] },
      }),
    );

    expect(findings).toMatchObject([
      {
        rule: 'network.ip-forwarding-disabled',
        rows: expect.arrayContaining(['R32']) as string[],
        resources: [{ kind: 'ecs.instance', id: prod.nodes[0], role: 'node' }],
        cluster: { id: prod.clusterId },
      },
    ]);
    expect(findings[0]?.notes).toContain('The command does this: sysctl -w net.ipv4.ip_forward=0');
    expect(findings[0]?.notes.join(' ')).not.toContain('uptime');
  });

  it('is silent when it does nothing risky', async () => {
    const { take, deed, alice, prod, local } = await aWatchedAccount();
    const params = { Type: 'RunShellScript', CommandContent: 'uptime', 'InstanceId.1': prod.nodes[0] };

    const outcome = await take(deed(alice, { product: 'ecs', action: 'RunCommand', params }));

    expect(short(outcome)).toEqual(['not-risky']);
    expect(local.calls).toEqual([]);
  });

  it('is fetched when the call only names it, and read as it was when it was invoked', async () => {
    const { take, deed, alice, prod, local } = await aWatchedAccount();
    const stored = { Name: 'tidy', Type: 'RunShellScript', CommandContent: base64(WIPE) };
    const [created] = deed(alice, { product: 'ecs', action: 'CreateCommand', params: stored });
    const CommandId = String(created?.responseElements?.['CommandId']);
    const invoked = deed(alice, {
      product: 'ecs',
      action: 'InvokeCommand',
      params: { CommandId, 'InstanceId.1': prod.nodes[1] },
    });
    deed(alice, { product: 'ecs', action: 'DeleteCommand', params: { CommandId } });

    const outcome = await take(invoked);

    expect(short(outcome)).toEqual(['finding logs.positions-deleted']);
    expect(local.calls.map(({ action }) => action)).toEqual(['DescribeInvocations']);
  });

  it('is told as unread when Cloud Assistant does not answer', async () => {
    const { take, deed, alice, prod, local } = await aWatchedAccount();
    const stored = { Name: 'tidy', Type: 'RunShellScript', CommandContent: base64(WIPE) };
    const [created] = deed(alice, { product: 'ecs', action: 'CreateCommand', params: stored });
    const CommandId = String(created?.responseElements?.['CommandId']);
    local.faults.order({ kind: 'hang', product: 'ecs' });

    const { findings } = await take(
      deed(alice, { product: 'ecs', action: 'InvokeCommand', params: { CommandId, 'InstanceId.1': prod.nodes[1] } }),
    );

    expect(findings).toMatchObject([{ rule: 'usage.command-unread', rows: ['U12'], severity: 'low' }]);
    expect(findings[0]?.notes).toContain(
      'The text of the command is not known: Cloud Assistant could not be asked (Timeout)',
    );
  });

  it('has rows of its own on a master and on a worker', async () => {
    const { take, deed, alice, legacy } = await aWatchedAccount();
    const on = (InstanceId: string | undefined) =>
      deed(alice, {
        product: 'ecs',
        action: 'RunCommand',
        params: { Type: 'RunShellScript', CommandContent: 'date -s 2020-01-01', 'InstanceId.1': InstanceId },
      });

    const outcome = await take([...on(legacy.masters[0]), ...on(legacy.nodes[0])]);

    expect(short(outcome)).toEqual(['finding master.clock-changed', 'finding cluster.node-clock-changed']);
  });

  it.each([
    [
      'a file sent to a node',
      'SendFile',
      { Name: 'daemon.json', TargetDir: '/etc/docker', Content: '{"auth":"c2VjcmV0"}' },
      ['finding cluster.node-runtime-configured'],
    ],
    ['a terminal opened on a node', 'StartTerminalSession', {}, ['finding usage.command-unread']],
  ])('tells of %s', async (_, action, params, expected) => {
    const { take, deed, alice, prod } = await aWatchedAccount();

    const outcome = await take(
      deed(alice, { product: 'ecs', action, params: { ...params, 'InstanceId.1': prod.nodes[2] } }),
    );

    expect(short(outcome)).toEqual(expected);
  });

  it('tells of an OOS template by its script and its own steps', async () => {
    const { take, unplayed, alice, prod } = await aWatchedAccount();
    const start = (TemplateName: string, parameters: object) =>
      unplayed(alice, {
        serviceName: 'oos',
        version: '2019-06-01',
        action: 'StartExecution',
        params: { TemplateName, Parameters: JSON.stringify(parameters) },
      });
    const [node] = prod.nodes;

    const outcome = await take([
      ...start('ACS-ECS-BulkyRunCommand', {
        commandContent: WIPE,
        targets: { Type: 'ResourceIds', ResourceIds: [node] },
      }),
      ...start('ACS-ECS-BulkyDeleteInstances', { targets: { Type: 'ResourceIds', ResourceIds: [node] } }),
    ]);

    expect(short(outcome)).toEqual(['finding logs.positions-deleted', 'finding cluster.node-released']);
  });

  it('finds the nodes of a call that aims at tags', async () => {
    const { take, deed, alice, prod, local } = await aWatchedAccount();
    const aim = { 'ResourceTag.1.Key': 'ack.alibabacloud.com/nodepool-id', 'ResourceTag.1.Value': prod.general.pool };
    const params = { Type: 'RunShellScript', CommandContent: WIPE, ...aim };

    const { findings } = await take(deed(alice, { product: 'ecs', action: 'RunCommand', params }));

    expect(findings[0]?.resources.map(({ id }) => id).toSorted()).toEqual(prod.general.nodes.toSorted());
    expect(local.calls.map(({ action }) => action)).toEqual(['DescribeInstances']);
  });

  it('finds the nodes of a command that is already under way and gets another text', async () => {
    const { take, deed, alice, prod } = await aWatchedAccount();
    const harmless = {
      Type: 'RunShellScript',
      CommandContent: 'uptime',
      RepeatMode: 'Period',
      'InstanceId.1': prod.nodes[3],
    };
    const [run] = deed(alice, { product: 'ecs', action: 'RunCommand', params: harmless });
    const params = {
      InvokeId: run?.responseElements?.['InvokeId'],
      CommandContent: WIPE,
      ContentEncoding: 'PlainText',
    };

    const { findings } = await take(deed(alice, { product: 'ecs', action: 'ModifyInvocationAttribute', params }));

    expect(findings).toMatchObject([{ rule: 'logs.positions-deleted', resources: [{ id: prod.nodes[3] }] }]);
  });

  it('finds every node of a template that is run on all instances', async () => {
    const { take, unplayed, alice, prod, legacy, edge } = await aWatchedAccount();
    const Parameters = JSON.stringify({ commandContent: WIPE, targets: { Type: 'All' } });
    const params = { TemplateName: 'ACS-ECS-BulkyRunCommand', Parameters };

    const { findings } = await take(
      unplayed(alice, { serviceName: 'oos', version: '2019-06-01', action: 'StartExecution', params }),
    );

    expect(new Set(findings.map(({ cluster }) => cluster.id))).toEqual(
      new Set([prod, legacy, edge].map(({ clusterId }) => clusterId)),
    );
  });

  it('does not know whose the nodes behind tags are while the cloud is silent', async () => {
    const { take, deed, alice, local, store, account } = await aWatchedAccount();
    const aim = { 'ResourceTag.1.Key': 'env', 'ResourceTag.1.Value': 'prod' };
    local.faults.order({ kind: 'hang', product: 'ecs' });

    const outcome = await take(
      deed(alice, {
        product: 'ecs',
        action: 'RunCommand',
        params: { Type: 'RunShellScript', CommandContent: WIPE, ...aim },
      }),
    );

    expect(short(outcome)).toEqual(['ownership-unknown']);
    expect((await store.held(1))[0]).toMatchObject({ accountId: account.accountId, resources: ['aim:tags env=prod'] });
  });

  it('keeps no secret: not in the record, not in the finding', async () => {
    const { take, deed, unplayed, alice, prod, store } = await aWatchedAccount({ databaseUrl: await freshDatabase() });
    const secret = 'Kk7vQz9wXr2LmNp4TbYh8sDf';
    const [node] = prod.nodes;
    const records = [
      ...deed(alice, {
        product: 'ecs',
        action: 'RunCommand',
        params: {
          Type: 'RunShellScript',
          CommandContent: `export DB_PASSWORD=${secret}\ncurl -u admin:${secret} http://a/x; ${WIPE}`,
          'InstanceId.1': node,
        },
      }),
      ...deed(alice, {
        product: 'ecs',
        action: 'SendFile',
        params: {
          Name: 'config.toml',
          TargetDir: '/etc/containerd',
          Content: `password = "${secret}"`,
          'InstanceId.1': node,
        },
      }),
      ...unplayed(alice, {
        serviceName: 'oos',
        version: '2019-06-01',
        action: 'StartExecution',
        params: {
          TemplateName: 'mine',
          TemplateContent: `Tasks:\n  - Action: ACS::ECS::RunCommand\n    Properties:\n      commandContent: "login --token ${secret}; ${WIPE}"`,
          Parameters: JSON.stringify({ instanceIds: [node], apiKey: secret }),
        },
      }),
    ];

    const { findings } = await take(records);

    expect(findings).toHaveLength(3);
    for (const finding of findings) {
      const kept = [await store.finding(finding.id), await store.decision(finding)];
      expect(JSON.stringify(kept)).not.toContain(secret);
    }
    expect(findings[0]?.notes).toContain(`The command does this: ${WIPE}`);
  });

  it('that could not be decided is read from Cloud Assistant when it is decided again', async () => {
    const { take, look, deed, alice, account, prod, local, store } = await aWatchedAccount();
    const params = {
      ScalingGroupId: prod.elastic.scalingGroup,
      DesiredCapacity: String(prod.elastic.nodes.length + 1),
    };
    deed(account.actors.autoscaler(), { product: 'ess', action: 'ModifyScalingGroup', params });
    const joined = [...account.ess.scalingInstances.values()].find(
      ({ ScalingGroupId, InstanceId }) =>
        ScalingGroupId === prod.elastic.scalingGroup && !prod.nodes.includes(InstanceId),
    )?.InstanceId;
    const command = { Type: 'RunShellScript', CommandContent: WIPE, 'InstanceId.1': joined };
    const lift = local.faults.order({ kind: 'hang', product: 'ecs' });
    const outcome = await take(deed(alice, { product: 'ecs', action: 'RunCommand', params: command }));
    lift();

    await look();

    expect(short(outcome)).toEqual(['ownership-unknown']);
    expect(await store.held(1)).toEqual([]);
    expect(await store.openFindings(account.accountId, [{ kind: 'ecs.instance', id: joined ?? '' }])).toMatchObject([
      { rule: 'logs.positions-deleted', notes: [`The command does this: ${WIPE}`] },
    ]);
  });
});
