import type { DemoAccount } from '../../demo/account.ts';
import { invokeStored, run, runPacked, store } from './cloud-assistant.ts';
import { alert, type Play, silent } from './play-of.ts';

/** Commands on the masters of the dedicated cluster: played with `--all`. */
export function masterCommandPlays({ legacy }: DemoAccount): readonly Play[] {
  const [first = '', , third = ''] = legacy.masters;
  const manifest = '/etc/kubernetes/manifests/kube-apiserver.yaml';
  const empty = store('make-room', 'du -sh {{folder}}\nrm -rf {{folder}}/member', { EnableParameter: true });
  return [
    {
      title: 'The plan of an upgrade and the end of certificates looked up on a master',
      as: 'alice',
      call: run('kubeadm upgrade plan; kubeadm certs check-expiration', [first]),
      expected: silent('not-risky'),
    },
    {
      title: 'The control plane upgraded with kubeadm',
      as: 'alice',
      call: runPacked('kubeadm upgrade apply v1.24.6 -y', [first]),
      expected: alert('R16'),
    },
    {
      title: "A flag of legacy's API server changed in its manifest",
      as: 'alice',
      call: run(`sudo bash -c "sed -i 's/--v=2/--v=6/' ${manifest}"`, [first, third]),
      expected: alert('R19'),
    },
    {
      title: 'Certificates renewed on a master',
      as: 'root',
      call: run('kubeadm certs renew all', [first]),
      expected: alert('R20'),
    },
    {
      title: 'The clock of a master set',
      as: 'alice',
      call: run("timedatectl set-ntp false\ntimedatectl set-time '2026-01-01 12:00:00'", [third]),
      expected: alert('R22'),
    },
    {
      title: "The data of etcd deleted on a master, by a stored command that only gets the folder's name",
      as: 'alice',
      ...invokeStored(empty, [third], { Parameters: { folder: '/var/lib/etcd' } }),
      expected: alert('R17'),
    },
  ];
}
