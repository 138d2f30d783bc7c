import { textOf } from '../../../../shared/model/params.ts';
import type { DemoAccount } from '../../demo/account.ts';
import { ecs, invokeStored, run, runPacked, sendFile, store } from './cloud-assistant.ts';
import { alert, type Play, silent } from './play-of.ts';

/** Commands that touch the software of nodes and the logs on them, in every way to send one: played with `--all`. */
export function commandPlays(demo: DemoAccount): readonly Play[] {
  return [...components(demo), ...system(demo), ...logs(demo)];
}

function components({ prod, edge, legacy }: DemoAccount): readonly Play[] {
  const node = prod.nodes.slice(5, 6);
  const other = edge.nodes.slice(1, 2);
  return [
    {
      title: 'The versions of kubelet and containerd looked up on a node',
      as: 'alice',
      call: run('kubelet --version; containerd --version; rpm -q kubelet containerd.io', node),
      expected: silent('not-risky'),
    },
    {
      title: 'kubelet and containerd upgraded by hand on a node',
      as: 'alice',
      call: runPacked('yum install -y kubelet-1.34.3 containerd.io-2.1.5 --disableexcludes=kubernetes', node),
      expected: alert('R07'),
    },
    {
      title: 'The same by ACK, as it upgrades a node pool',
      as: 'ack',
      call: runPacked('yum install -y kubelet-1.34.3 --disableexcludes=kubernetes', other),
      expected: silent('ack-itself'),
    },
    {
      title: 'kubeadm upgrades a worker, in a shell within the shell',
      as: 'deployer',
      call: run('bash -c "kubeadm upgrade node && systemctl restart kubelet"', legacy.nodes.slice(0, 1)),
      expected: alert('U07'),
    },
    {
      title: 'A configuration of containerd sent to a node',
      as: 'alice',
      call: sendFile('/etc/containerd', 'config.toml', 'version = 2', node),
      expected: alert('R09'),
    },
    {
      title: 'A terminal opened on a node',
      as: 'alice',
      call: ecs('StartTerminalSession', { InstanceId: node }),
      expected: alert('U12'),
    },
  ];
}

function system({ prod, edge }: DemoAccount): readonly Play[] {
  const node = prod.nodes.slice(5, 6);
  const swap = ['cat >> /etc/fstab <<EOF', '/swapfile none swap sw 0 0', 'EOF', 'swapon /swapfile'].join('\n');
  return [
    {
      title: 'Swap switched on for good on a node',
      as: 'alice',
      call: run(swap, edge.nodes.slice(1, 2)),
      expected: alert('R10'),
    },
    {
      title: 'A command that is run every hour gets another text, which sets the clock of its node',
      as: 'alice',
      before: {
        call: run('uptime', node, { RepeatMode: 'Period', Frequency: '0 0 * * * ?' }),
        paramsOf: (answer) => ({ InvokeId: textOf(answer, 'invokeId') }),
      },
      call: ecs('ModifyInvocationAttribute', {
        CommandContent: "systemctl stop chronyd && date -s '2026-01-01 12:00:00'",
      }),
      expected: alert('R11'),
    },
    {
      title: 'The time of a node asked for',
      as: 'alice',
      call: run('date; timedatectl; chronyc sources -v', node),
      expected: silent('not-risky'),
    },
  ];
}

function logs({ prod, edge, twins }: DemoAccount): readonly Play[] {
  const wipe = store('tidy', 'rm -rf /tmp/ccs-log-collector/pos');
  const clear = store('clear', 'set -e\nrm -rf "{{folder}}"/*', { EnableParameter: true });
  return [
    {
      title: 'A command only stored',
      as: 'alice',
      call: wipe,
      expected: silent('not-owned'),
    },
    {
      title: "A stored command that wipes the log collector's positions, invoked on a node",
      as: 'alice',
      ...invokeStored(wipe, prod.nodes.slice(5, 6)),
      expected: alert('R55'),
    },
    {
      title: "The log collector's buffer cleared by a stored command, which only gets the folder's name",
      as: 'alice',
      ...invokeStored(clear, edge.nodes.slice(1, 2), { Parameters: { folder: '/tmp/ccs-log-collector/buffer' } }),
      expected: alert('R56'),
    },
    {
      title: 'The same command on a machine that only looks like a node',
      as: 'alice',
      ...invokeStored(clear, [twins.instance], { Parameters: { folder: '/tmp/ccs-log-collector/buffer' } }),
      expected: silent('not-owned'),
    },
  ];
}
