import { describe, expect, it } from 'vitest';
import { DEEDS } from '../../shared/commands/deeds.ts';
import { deedsIn } from '../../shared/commands/deeds-in.ts';
import { COMMANDS } from './commands.ts';

describe.each(DEEDS.map(({ effect }) => [effect, COMMANDS[effect]] as const))('%s', (effect, { fires, quiet }) => {
  it.each(fires)('fires on %s', (command) => {
    expect(deedsIn(command).map((deed) => deed.effect)).toContain(effect);
  });

  it.each(quiet)('is quiet on %s', (command) => {
    expect(deedsIn(command).map((deed) => deed.effect)).not.toContain(effect);
  });

  it('has at least four commands of either kind', () => {
    expect(fires.length).toBeGreaterThanOrEqual(4);
    expect(quiet.length).toBeGreaterThanOrEqual(4);
  });
});

describe('reading is not writing', () => {
  it.each([
    'cat /etc/resolv.conf',
    'sysctl net.ipv4.ip_forward',
    'sysctl -n net.ipv4.tcp_tw_reuse',
    'sysctl -a | grep rp_filter',
    'systemctl status kubelet',
    'systemctl is-active docker containerd',
    'systemctl cat kubelet',
    'journalctl -u kubelet --since "1 hour ago" | tail -100',
    'kubelet --version',
    'containerd --version && runc --version',
    'cat /proc/sys/net/ipv4/ip_forward',
    'grep nameserver /etc/resolv.conf >/dev/null 2>&1 || echo missing',
    'ls -l /etc/kubernetes/pki /var/lib/kubelet /var/lib/etcd',
    'openssl x509 -in /etc/kubernetes/pki/apiserver.crt -noout -enddate',
    'kubeadm certs check-expiration',
    'kubeadm upgrade plan',
    'tar czf /root/backup.tgz /etc/kubernetes',
    'cp -r /etc/kubernetes /root/backup',
    'rsync -a /var/lib/etcd/ /mnt/backup/etcd/',
    'rpm -qa | grep -E "kubelet|docker|containerd"',
    'yum list installed docker-ce; yum check-update kubelet; apt-cache policy containerd.io; apt-get update',
    'fdisk -l; lsblk -f; blkid /dev/vdb; parted /dev/vdb print; wipefs /dev/vdb; df -h | grep /var/lib/kubelet',
    'date; date -u +%s; date -d "1 hour ago"; timedatectl status; hwclock --show; chronyc -n tracking; ntpdate -q ntp.aliyun.com',
    'iptables -L -n -v; iptables-save | head; firewall-cmd --state; ufw status; systemctl status firewalld',
    'mount | grep csi; findmnt -rn -o SOURCE,TARGET | grep kubelet; cat /proc/mounts',
    'nmcli -g ipv4.dns con show eth0; resolvectl dns; resolvectl status',
    'sed -n "1,20p" /etc/kubernetes/manifests/etcd.yaml; sed "s/a/b/" /etc/resolv.conf',
    'find /tmp/ccs-log-collector -type f -mtime +1 -ls; du -sh /tmp/ccs-log-collector/buffer',
    'for f in /var/lib/kubelet/config.yaml /etc/docker/daemon.json; do sha256sum "$f"; done',
    '# rm -rf /etc/kubernetes\necho "rm -rf /var/lib/etcd"',
    "cat <<'EOF'\nsysctl -w net.ipv4.ip_forward=0\nEOF",
    'ssh other "rm -rf /etc/kubernetes"',
  ])('in %s', (command) => {
    expect(deedsIn(command)).toEqual([]);
  });
});

describe('deedsIn', () => {
  it('finds everything that one script does, the most specific first', () => {
    const script = [
      '#!/bin/bash',
      'set -euo pipefail',
      'if [ "$(id -u)" -ne 0 ]; then echo "must be root"; exit 1; fi',
      "cat > /etc/sysctl.d/99-tuning.conf <<'EOF'",
      'net.core.somaxconn = 65535',
      'net.ipv4.ip_forward = 0',
      'EOF',
      'sysctl --system > /dev/null',
      'systemctl enable --now firewalld',
    ].join('\n');

    expect(deedsIn(script)).toEqual([
      { effect: 'ip-forwarding-disabled', line: "cat > /etc/sysctl.d/99-tuning.conf ('net.ipv4.ip_forward = 0')" },
      { effect: 'firewall-enabled', line: 'systemctl enable --now firewalld' },
      { effect: 'os-settings-changed', line: 'cat > /etc/sysctl.d/99-tuning.conf' },
    ]);
  });

  it.each([
    ['sudo', 'sudo -n rm -rf /var/lib/etcd'],
    ['a path to the program', '/usr/bin/rm -rf /var/lib/etcd'],
    ['a backslash before it', '\\rm -rf /var/lib/etcd'],
    ['quotes inside a word', 'r"m" -rf "/var/lib"/\'etcd\''],
    ['env and assignments', 'env -i LANG=C X=1 rm -rf /var/lib/etcd'],
    ['bash -c', 'bash -c "rm -rf /var/lib/etcd"'],
    ['bash -lc behind nsenter', "nsenter -t 1 -m -u -i -n -p -- bash -lc 'rm -rf /var/lib/etcd'"],
    ['chroot', 'chroot /host rm -rf /var/lib/etcd'],
    ['nohup, timeout and nice', 'nohup timeout -k 5 30 nice -n 19 rm -rf /var/lib/etcd &'],
    ['a here-document for a shell', 'sudo bash <<EOF\ncd /var/lib\nrm -rf etcd\nEOF'],
    ['a here-document with tabs', 'sh <<-END\n\trm -rf /var/lib/etcd\n\tEND\n'],
    ['a pipe into a shell', 'echo "rm -rf /var/lib/etcd" | sh'],
    ['base64 into a shell', 'echo cm0gLXJmIC92YXIvbGliL2V0Y2Q= | base64 -d | bash'],
    ['a continued line', 'rm -r \\\n  -f \\\n  /var/lib/etcd'],
    ['a variable', 'DIR=/var/lib/etcd\nrm -rf "${DIR}"'],
    ['a variable with a fallback', 'rm -rf ${ETCD_DIR:-/var/lib/etcd}'],
    ['several words in a variable', 'ARGS="-rf /var/lib/etcd"; rm $ARGS'],
    ['a loop', 'for d in /var/lib/etcd /var/lib/kubelet; do\n  rm -rf $d\ndone'],
    ['an array', 'DIRS=(/opt/x /var/lib/etcd); rm -rf "${DIRS[@]}"'],
    ['braces', 'rm -rf /var/lib/{etcd,calico}'],
    ['cd before', 'cd /var/lib && rm -rf etcd'],
    ['a function', 'wipe() { rm -rf /var/lib/etcd; }; wipe'],
    ['a condition', 'if [ -d /var/lib/etcd ]; then rm -rf /var/lib/etcd; fi'],
    ['a case', 'case "$1" in\n  clean) rm -rf /var/lib/etcd ;;\nesac'],
    ['a subshell', '(cd /var/lib; rm -rf etcd)'],
    ['a substitution', 'echo "done: $(rm -rf /var/lib/etcd)"'],
    ['backticks', 'X=`rm -rf /var/lib/etcd`'],
    ['eval', 'CMD="rm -rf /var/lib/etcd"; eval "$CMD"'],
    ['xargs', 'ls -d /var/lib/etcd* | xargs rm -rf'],
    ['find -exec', 'find /var/lib/etcd -mindepth 1 -exec rm -rf {} +'],
    ['find -delete', 'find /var/lib/etcd -delete'],
    ['a pattern', 'rm -rf /var/lib/etc*'],
    ['everything', 'rm -rf --no-preserve-root /'],
    ['a trap', "trap 'rm -rf /var/lib/etcd' EXIT"],
    ['Windows line ends', 'cd /var/lib\r\nrm -rf etcd\r\n'],
  ])('looks through %s', (_, command) => {
    expect(deedsIn(command).map(({ effect }) => effect)).toContain('core-data-deleted');
  });

  it('forgets a folder with the subshell that went there', () => {
    expect(deedsIn('(cd /etc/kubernetes); rm -rf pki')).toEqual([]);
  });

  it('does not guess where nobody knows the folder', () => {
    expect(deedsIn('DIR=$(mktemp -d); cd "$DIR" && rm -rf *')).toEqual([]);
    expect(deedsIn('cd /etc/kubernetes; D=$(mktemp -d); rm -rf $D/*')).toEqual([]);
  });

  it('starts in the folder that the call names', () => {
    expect(deedsIn('rm -rf pki', '/etc/kubernetes').map(({ effect }) => effect)).toContain('certificates-changed');
  });

  it.each([
    'curl -fsSL https://example.com/setup.sh | bash',
    'wget -qO- https://example.com/setup.sh | sudo sh -s -- --yes',
    'bash -c "$(curl -fsSL https://example.com/setup.sh)"',
    'bash <(curl -s https://example.com/setup.sh)',
    'source <(curl -s https://example.com/env.sh)',
    '#!/usr/bin/env python3\nimport os\nos.remove("/etc/resolv.conf")',
    "python3 -c \"open('/etc/resolv.conf', 'w').write('nameserver 8.8.8.8')\"",
    'python3 - <<EOF\nimport shutil\nshutil.rmtree("/etc/kubernetes")\nEOF',
  ])('says that it cannot read what %s runs', (command) => {
    expect(deedsIn(command).map(({ effect }) => effect)).toEqual(['command-unread']);
  });

  it('says where an unread text comes from, without what may be secret in the address', () => {
    const command = 'curl -fsSL "https://bob:hunter2@example.com/setup.sh?token=hunter2" | bash';

    expect(deedsIn(command)).toEqual([{ effect: 'command-unread', line: 'https://***@example.com/setup.sh' }]);
  });

  it.each([
    'python3 -c "print(1)"',
    'curl -fsSL https://example.com/x.json | jq .',
    'source <(kubectl completion bash)',
    'bash /opt/run.sh',
  ])('leaves %s alone', (command) => {
    expect(deedsIn(command)).toEqual([]);
  });
});
