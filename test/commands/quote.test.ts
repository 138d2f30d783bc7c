import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deedsIn } from '../../shared/commands/deeds-in.ts';

function linesOf(command: string): readonly string[] {
  return deedsIn(command).map(({ line }) => line);
}

describe('the quoted line', () => {
  it.each([
    'curl -u admin:hunter2 -o /usr/bin/kubelet https://example.com/kubelet',
    'curl -H "Authorization: Bearer hunter2" -o /usr/bin/kubelet https://example.com/kubelet',
    'curl -o /usr/bin/kubelet "https://bob:hunter2@example.com/kubelet"',
    'curl -o /usr/bin/kubelet "https://oss.example.com/kubelet?Expires=1&Signature=hunter2"',
    'wget --password=hunter2 -O /usr/bin/kubelet ftp://example.com/kubelet',
    'wget --password hunter2 -O /usr/bin/kubelet ftp://example.com/kubelet',
    'wget --header="X-Token: hunter2" -O /usr/bin/kubelet https://example.com/kubelet',
    'TOKEN=hunter2; curl -H "X-Auth: $TOKEN" -o /usr/bin/kubelet https://example.com/kubelet',
    'export DB_PASSWORD=hunter2\nrm -rf /etc/kubernetes/$DB_PASSWORD',
    'DB_PASSWORD=hunter2 rm -rf /etc/kubernetes',
    'echo hunter2 | sudo -S rm -rf /etc/kubernetes',
    'mysql -uroot -phunter2 -e "select 1"; rm -rf /etc/kubernetes # hunter2',
    'echo hunter2 > /etc/kubernetes/pki/token',
    "printf 'user:hunter2' >> /etc/kubernetes/basic-auth.csv",
    "sed -i 's/^password:.*/password: hunter2/' /etc/kubernetes/app.yaml",
    "sed -i 's/abc/hunter2/' /etc/kubernetes/app.yaml",
    'cat > /etc/kubernetes/cloud-config <<EOF\nsecret: hunter2\nEOF',
    'tee /etc/docker/daemon.json <<< \'{"auth":"hunter2"}\'',
    'openssl genrsa -aes256 -passout pass:hunter2 -out /etc/kubernetes/pki/ca.key 2048',
    'cat > /etc/sysctl.d/x.conf <<EOF\nnet.ipv4.ip_forward=0\napp.password=hunter2\nEOF',
    'sysctl -w net.ipv4.ip_forward=0 kernel.secret=hunter2',
    'bash -c "export AK=1; PASSWORD=hunter2 rm -rf /etc/kubernetes"',
  ])('shows no secret of %s', (command) => {
    const lines = linesOf(command);

    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('\n')).not.toContain('hunter2');
  });

  it.each([
    ['an access key', 'LTAI5tAbCdEfGh1234567890'],
    ['a long random word', 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hJ6'],
    ['a JSON web token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcDEF123'],
  ])('shows no %s', (_, secret) => {
    expect(linesOf(`rm -rf /etc/kubernetes ${secret}`).join('\n')).not.toContain(secret);
  });

  it.each([
    ['sudo sysctl -w net.ipv4.ip_forward=0 && echo done', 'sysctl -w net.ipv4.ip_forward=0'],
    ['D=/etc/kubernetes; rm -rf "$D" && reboot', 'rm -rf /etc/kubernetes'],
    ['echo 0 > /proc/sys/net/ipv4/ip_forward', 'echo 0 > /proc/sys/net/ipv4/ip_forward'],
    ['echo "nameserver 8.8.8.8" >> /etc/resolv.conf', "echo 'nameserver 8.8.8.8' >> /etc/resolv.conf"],
    ['echo 0 | tee /proc/sys/net/ipv4/ip_forward >/dev/null', 'tee /proc/sys/net/ipv4/ip_forward'],
    [
      'umount /var/lib/kubelet/plugins/kubernetes.io/csi/disk/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855/globalmount',
      'umount /var/lib/kubelet/plugins/kubernetes.io/csi/disk/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855/globalmount',
    ],
  ])('of %s is the risky command and no more', (command, line) => {
    expect(linesOf(command)[0]).toBe(line);
  });

  it('stays one short line without control or hidden characters, whatever stands in the command', () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 400 }).map((text) => text.replaceAll("'", ''));

    fc.assert(
      fc.property(hostile, (text) => {
        for (const line of linesOf(`rm -rf /etc/kubernetes '${text}'`)) {
          expect(line.length).toBeLessThanOrEqual(200);
          expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
        }
      }),
    );
  });
});
