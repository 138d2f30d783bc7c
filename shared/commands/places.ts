/** Folders that ACK's manual names: nobody may change their paths, links or content. */
export const KEY_PATHS = [
  '/var/lib/kubelet',
  '/var/lib/docker',
  '/etc/kubernetes',
  '/etc/kubeadm',
  '/var/lib/containerd',
];

/** Folders without which a master is lost. */
export const CORE_FOLDERS = [...KEY_PATHS, '/var/lib/etcd'];

export const MANIFESTS = '/etc/kubernetes/manifests';

export const CERTIFICATES = ['/etc/kubernetes/pki', '/var/lib/etcd/cert', '/var/lib/etcd/pki'];

/** Units, configuration and flags of what runs containers. */
export const RUNTIME_CONFIGURATION = [
  ...['kubelet', 'containerd', 'docker', 'docker.socket'].flatMap(unitFiles),
  '/var/lib/kubelet/config.yaml',
  '/var/lib/kubelet/config.yml',
  '/var/lib/kubelet/kubeadm-flags.env',
  '/etc/kubernetes/kubelet*',
  '/etc/containerd',
  '/etc/docker/daemon.json',
  '/etc/sysconfig/kubelet',
  '/etc/sysconfig/docker',
  '/etc/default/kubelet',
  '/etc/default/docker',
];

export const CONTROL_PLANE_CONFIGURATION = [MANIFESTS, '/etc/docker/daemon.json', '/etc/etcd', ...unitFiles('etcd')];

export const OS_CONFIGURATION = [
  '/proc/sys',
  '/sys/kernel',
  '/etc/selinux/config',
  '/etc/sysconfig/selinux',
  '/etc/fstab',
  '/etc/default/grub',
  '/etc/grub.d',
  '/boot/grub',
  '/boot/grub2',
  '/etc/hostname',
  '/etc/security/limits.conf',
  '/etc/security/limits.d',
  '/etc/modprobe.d',
];

export const CLOCK_CONFIGURATION = [
  '/etc/chrony.conf',
  '/etc/chrony',
  '/etc/chrony.d',
  '/etc/ntp.conf',
  '/etc/localtime',
  '/etc/systemd/timesyncd.conf',
];

export const RESOLVER_CONFIGURATION = [
  '/etc/resolv.conf',
  '/run/systemd/resolve/resolv.conf',
  '/run/systemd/resolve/stub-resolv.conf',
  '/etc/systemd/resolved.conf',
  '/etc/systemd/resolved.conf.d',
  '/etc/resolvconf',
];

/** Files of network interfaces, which may name servers among much else. */
export const INTERFACE_CONFIGURATION = [
  '/etc/sysconfig/network-scripts/ifcfg-*',
  '/etc/netplan',
  '/etc/network/interfaces',
  '/etc/dhcp/dhclient*',
  '/etc/NetworkManager/conf.d',
  '/etc/NetworkManager/system-connections',
];

export const PROGRAM_FOLDERS = ['/usr/bin', '/usr/local/bin', '/usr/sbin', '/usr/local/sbin', '/bin', '/opt/bin'];

export const DISKS = ['/dev/vd*', '/dev/xvd*', '/dev/sd*', '/dev/nvme*', '/dev/disk', '/dev/mapper', '/dev/dm-*'];

function unitFiles(unit: string): readonly string[] {
  const folders = ['/etc/systemd/system', '/usr/lib/systemd/system', '/lib/systemd/system', '/run/systemd/system'];
  return folders.flatMap((folder) => [`${folder}/${unit}.service`, `${folder}/${unit}.service.d`]);
}
