import { names } from '../arguments.ts';
import { files, installs, runs, services } from '../deed-test.ts';
import { INTERFACE_CONFIGURATION, RESOLVER_CONFIGURATION } from '../places.ts';
import { hasOption, operandsOf } from '../simple-command.ts';
import { CHANGING, RESTARTING, type DeedRow } from './row.ts';

const FIREWALLS = ['firewalld', 'ufw', 'nftables', 'iptables', 'ip6tables', 'shorewall', 'csf'];

/** What ACK's manual says of the network of a node: kernel parameters, firewalls, name servers. */
export const NETWORK_DEEDS: readonly DeedRow[] = [
  {
    effect: 'ip-forwarding-disabled',
    setting: { keys: ['net.ipv4.ip_forward', 'net.ipv4.conf.all.forwarding'], isBad: (value) => value === '0' },
  },
  {
    effect: 'reverse-path-filter-enabled',
    setting: {
      keys: ['all', 'default', 'eth*'].map((name) => `net.ipv4.conf.${name}.rp_filter`),
      isBad: (value) => value === '1' || value === '2',
    },
  },
  { effect: 'tcp-tw-reuse-enabled', setting: { keys: ['net.ipv4.tcp_tw_reuse'], isBad: (value) => value === '1' } },
  { effect: 'tcp-tw-recycle-enabled', setting: { keys: ['net.ipv4.tcp_tw_recycle'], isBad: (value) => value === '1' } },
  {
    effect: 'local-port-range-changed',
    setting: { keys: ['net.ipv4.ip_local_port_range'], isBad: (value) => value !== '32768 60999' },
  },
  {
    effect: 'firewall-enabled',
    tests: [
      installs('firewalld', 'ufw', 'shorewall', 'csf', 'nftables', 'iptables-services', 'iptables-persistent'),
      services(['start', 'enable', 'reenable', 'unmask', 'reload', ...RESTARTING], FIREWALLS),
      runs(['ufw'], (args) => operandsOf(args)[0] === 'enable'),
      runs(['csf'], (args) => hasOption(args, '-e', '--enable')),
    ],
  },
  {
    effect: 'resolver-changed',
    tests: [
      files(CHANGING, RESOLVER_CONFIGURATION),
      files(
        ['write'],
        INTERFACE_CONFIGURATION,
        ({ content }) => content === undefined || /dns|name-?server/iu.test(content),
      ),
      runs(['resolvectl'], ([verb, ...rest]) => (verb === 'dns' && rest.length > 1) || verb === 'revert'),
      runs(['systemd-resolve'], (args) => args.some((arg) => arg.startsWith('--set-dns'))),
      runs(
        ['nmcli'],
        (args) =>
          names(args, 'modify', 'mod', 'm', 'add') &&
          args.some((arg) => /^[+-]?ipv[46]\.(?:dns|ignore-auto-dns)$/u.test(arg)),
      ),
    ],
  },
];
