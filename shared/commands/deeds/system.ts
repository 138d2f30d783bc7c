import { names, setsClock } from '../arguments.ts';
import { files, runs, services } from '../deed-test.ts';
import { CLOCK_CONFIGURATION, OS_CONFIGURATION } from '../places.ts';
import { SYSCTL_FILES } from '../settings.ts';
import { hasOption, operandsOf } from '../simple-command.ts';
import { CHANGING, type DeedRow } from './row.ts';

const CLOCK_UNITS = ['chrony', 'chronyd', 'ntp', 'ntpd', 'ntpsec', 'systemd-timesyncd'];
const CLOCK_PROGRAMS = ['date', 'timedatectl', 'hwclock', 'ntpdate', 'rdate', 'ntpd', 'sntp', 'chronyc', 'chronyd'];
const KERNEL_ARGUMENTS =
  /^--(?:update-kernel|args|remove-args|set-default|set-default-index|remove-kernel|add-kernel)\b/u;

/** Written to make the kernel do something once; nothing stays changed. */
const MOMENTARY = new Set(['drop_caches', 'compact_memory', 'sysrq-trigger', 'flush']);

/** The clock and the settings of the operating system. */
export const SYSTEM_DEEDS: readonly DeedRow[] = [
  {
    effect: 'clock-changed',
    tests: [
      files(CHANGING, CLOCK_CONFIGURATION),
      services(['stop', 'disable', 'mask', 'kill'], CLOCK_UNITS),
      runs(CLOCK_PROGRAMS, setsClock),
    ],
  },
  {
    effect: 'os-settings-changed',
    tests: [
      files(CHANGING, [...SYSCTL_FILES, ...OS_CONFIGURATION], ({ path }) => !MOMENTARY.has(path.at(-1) ?? '')),
      runs(['sysctl'], setsKernelParameter),
      runs(['update-grub', 'iptables-restore', 'ip6tables-restore']),
      runs(['setenforce', 'swapoff', 'rmmod', 'grub2-set-default', 'grub-set-default'], (args) => args.length > 0),
      runs(['swapon'], (args) => args.length > 0 && !hasOption(args, '-s', '--show', '--summary')),
      runs(['grubby'], (args) => args.some((arg) => KERNEL_ARGUMENTS.test(arg))),
      runs(['grub2-mkconfig', 'grub-mkconfig'], (args) => hasOption(args, '-o', '--output')),
      runs(['hostnamectl'], ([verb, ...rest]) => /^(?:set-)?hostname$/u.test(verb ?? '') && rest.length > 0),
      runs(['hostname'], (args) => operandsOf(args).length > 0),
      runs(['modprobe'], (args) => hasOption(args, '-r', '--remove')),
      runs(['iptables', 'ip6tables'], (args) =>
        hasOption(args, '-F', '--flush', '-P', '--policy', '-X', '--delete-chain'),
      ),
      runs(['nft'], (args) => names(args, 'flush', 'delete')),
      runs(['tuned-adm'], ([verb, profile]) => verb === 'profile' && profile !== undefined),
    ],
  },
];

/** `sysctl net.ipv4.ip_forward` shows, `sysctl net.ipv4.ip_forward=0` sets, also without `-w`. */
function setsKernelParameter(args: readonly string[]): boolean {
  return (
    hasOption(args, '-w', '--write', '-p', '-f', '--load', '--system') || args.some((arg) => /^[\w./*]+\s*=/u.test(arg))
  );
}
