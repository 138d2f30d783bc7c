import { fits } from './paths.ts';
import { hasOption, operandsOf } from './simple-command.ts';

export function names(args: readonly string[], ...wanted: readonly string[]): boolean {
  return args.some((arg) => wanted.includes(arg));
}

/** Options and words with which programs only show something, or only try. */
const SHOWING: readonly (readonly [program: string, words: readonly string[]])[] = [
  ['fdisk', ['-l', '--list']],
  ['gdisk', ['-l']],
  ['sfdisk', ['-l', '--list', '-d', '--dump', '-n', '--no-act', '-J', '--json']],
  ['sgdisk', ['-p', '--print', '-i', '--info', '-v', '--verify', '-P', '--pretend']],
  ['parted', ['-l', '--list', 'print']],
  ['partprobe', ['-d', '--dry-run', '-s', '--summary']],
  ['growpart', ['-N', '--dry-run']],
  ['wipefs', ['-n', '--no-act']],
  ['mkfs.ext?', ['-n']],
  ['mke2fs', ['-n']],
  ['fsck*', ['-n', '-N']],
  ['e2fsck', ['-n']],
  ['xfs_repair', ['-n']],
  ['xfs_growfs', ['-n']],
  ['resize2fs', ['-P']],
  ['tune2fs', ['-l']],
  ['kubeadm', ['--dry-run']],
  ['*', ['--help', '--version', '-V']],
];

export function isShowing(name: string, args: readonly string[]): boolean {
  return SHOWING.some(
    ([program, words]) => fits(program, name) && (hasOption(args, ...words) || names(args, ...words)),
  );
}

/** Below kubelet's folder, a CSI mount, or a disk; also where that stands only in what finds the mount. */
export function unmountsVolume(args: readonly string[]): boolean {
  const volume = /\/var\/lib\/kubelet|globalmount|kubernetes\.io~|\bcsi\b|^\/dev\/(?:vd|xvd|nvme|sd|disk\/)/u;
  return hasOption(args, '-a', '--all') || args.some((arg) => volume.test(arg));
}

/** A data disk: the first disk is the system's. */
export function mountsDataDisk(args: readonly string[]): boolean {
  return operandsOf(args).some((arg) => /^\/dev\/(?:vd[b-z]|xvd[b-z]|sd[b-z]|nvme[1-9]|disk\/)/u.test(arg));
}

/** Programs that can show the clock and set it. */
export function setsClock(args: readonly string[], { name }: { readonly name: string }): boolean {
  const [first = ''] = operandsOf(args);
  switch (name) {
    case 'date':
      return hasOption(args, '-s', '--set') || /^\d{8,14}(?:\.\d\d)?$/u.test(first);
    case 'timedatectl':
      return first.startsWith('set-');
    case 'hwclock':
      return hasOption(args, '-w', '-s', '-a', '--systohc', '--hctosys', '--set', '--systz', '--adjust');
    case 'ntpdate':
    case 'rdate':
      return args.length > 0 && !hasOption(args, '-q', '-p');
    case 'ntpd':
      return hasOption(args, '-q', '--quit', '-g', '--panicgate');
    case 'sntp':
      return hasOption(args, '-s', '-S', '--step', '--slew');
    case 'chronyd':
      return hasOption(args, '-q', '-t');
    case 'chronyc':
      return /^(?:makestep|settime|offline|manual|add|delete)\b/u.test(first);
    default:
      return false;
  }
}

/** An archive of what runs containers, unpacked over the system's programs. */
export function unpacksComponent(args: readonly string[]): boolean {
  const isComponent = args.some((arg) =>
    /(?:^|\/)(?:cri-)?(?:containerd|kubernetes|docker|runc)-\S{1,200}\.(?:tar|tgz)/u.test(arg),
  );
  const isSystem = args.some((arg) =>
    /^(?:(?:-C|--directory=?))?(?:\/|\/usr\/?|\/usr\/local\/?|\/usr\/(?:local\/)?bin\/?)$/u.test(arg),
  );
  return isComponent && isSystem;
}
