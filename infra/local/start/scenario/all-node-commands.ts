import type { DemoAccount } from '../../demo/account.ts';
import { idOf } from '../../demo/build/ids.ts';
import { ecs, invokeStored, run, runPacked, sendFile, store } from './cloud-assistant.ts';
import { alert, type Play, recorded, silent } from './play-of.ts';

/** Commands that touch the network, the volumes and the disks of nodes: played with `--all`. */
export function nodeCommandPlays(demo: DemoAccount): readonly Play[] {
  return [...kernelParameters(demo), ...network(demo), ...disks(demo)];
}

function kernelParameters({ prod, edge, legacy }: DemoAccount): readonly Play[] {
  const node = prod.nodes.slice(5, 6);
  const other = edge.nodes.slice(1, 2);
  const hardening = [
    '#!/bin/bash',
    'cat > /etc/sysctl.d/99-hardening.conf <<EOF',
    '# a host is no router',
    'net.ipv4.ip_forward = 0',
    'net.ipv4.conf.all.accept_redirects = 0',
    'EOF',
    'sysctl --system',
  ].join('\n');
  const set = store('set-kernel-parameter', 'sysctl -w {{key}}={{value}}', { EnableParameter: true });
  return [
    {
      title: 'A script that hardens hosts switches IP forwarding off on two nodes',
      as: 'alice',
      call: runPacked(hardening, prod.nodes.slice(5, 7)),
      expected: alert('R32'),
    },
    {
      title: 'The same within a container: it cannot change the node',
      as: 'alice',
      call: runPacked(hardening, node, { ContainerName: 'web' }),
      expected: silent('not-risky'),
    },
    {
      title: 'The same kernel parameter only asked for',
      as: 'alice',
      call: run('sysctl net.ipv4.ip_forward; cat /proc/sys/net/ipv4/ip_forward', node),
      expected: silent('not-risky'),
    },
    {
      title: 'Reverse path filtering switched on for every interface of a node',
      as: 'alice',
      call: run('for f in /proc/sys/net/ipv4/conf/*/rp_filter; do echo 1 > "$f"; done', other),
      expected: alert('R33'),
    },
    {
      title: 'Sockets in TIME_WAIT used again for new connections of a node',
      as: 'alice',
      call: runPacked('echo "net.ipv4.tcp_tw_reuse = 1" | sudo tee -a /etc/sysctl.conf && sysctl -p', other),
      expected: alert('R34'),
    },
    {
      title: 'Sockets in TIME_WAIT recycled early on an old node: parameter and value given to a stored command',
      as: 'alice',
      ...invokeStored(set, legacy.nodes.slice(1, 2), { Parameters: { key: 'net.ipv4.tcp_tw_recycle', value: '1' } }),
      expected: alert('R35'),
    },
    {
      title: 'More local ports for connections of a node, into the range that Services use',
      as: 'root',
      call: run(`bash -c "sysctl -w net.ipv4.ip_local_port_range='1024 65535'"`, node),
      expected: alert('R36'),
    },
  ];
}

function network({ prod, edge }: DemoAccount): readonly Play[] {
  const other = edge.nodes.slice(1, 2);
  return [
    {
      title: 'A firewall switched on on every node of a pool, found by their tag',
      as: 'alice',
      call: ecs('RunCommand', {
        Type: 'RunShellScript',
        CommandContent: 'systemctl enable --now firewalld',
        ResourceTag: [{ key: 'ack.alibabacloud.com/nodepool-id', value: prod.elastic.pool }],
      }),
      expected: alert('R37'),
    },
    {
      title: 'A firewall meant for two machines, of which one is gone: refused, and on record',
      as: 'alice',
      call: run('ufw --force enable', [...edge.nodes.slice(2), idOf('i', 'retired')]),
      isRefused: true,
      expected: recorded('R37'),
    },
    {
      title: "A node's name servers read",
      as: 'alice',
      call: run('cat /etc/resolv.conf && dig +short kubernetes.io', other),
      expected: silent('not-risky'),
    },
    {
      title: "A node's name servers replaced by a file",
      as: 'alice',
      call: sendFile('/etc', 'resolv.conf', 'nameserver 8.8.8.8\noptions timeout:1\n', other),
      expected: alert('R44'),
    },
  ];
}

function disks({ prod, edge }: DemoAccount): readonly Play[] {
  const node = prod.nodes.slice(5, 6);
  const other = edge.nodes.slice(1, 2);
  const { mountTarget } = prod.sharedFiles;
  return [
    {
      title: 'Every volume of a node unmounted under its Pods',
      as: 'alice',
      call: run("mount | grep kubernetes.io~csi | awk '{print $3}' | xargs -r umount -l", node),
      expected: alert('R50'),
    },
    {
      title: "The disks of a node listed, and its volumes' mounts",
      as: 'alice',
      call: run('lsblk; fdisk -l; mount | grep kubernetes.io~csi', node),
      expected: silent('not-risky'),
    },
    {
      title: 'A data disk of a node formatted',
      as: 'alice',
      call: runPacked('mkfs.ext4 -F /dev/vdb && mount /dev/vdb /data', other),
      expected: alert('R51'),
    },
    {
      title: 'The shared files of prod mounted on a node and a folder of them deleted',
      as: 'alice',
      call: run(
        `mkdir -p /mnt/nas && mount -t nfs -o vers=3,nolock ${mountTarget}:/ /mnt/nas && rm -rf /mnt/nas/reports`,
        node,
      ),
      expected: alert('R53'),
    },
  ];
}
