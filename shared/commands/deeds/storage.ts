import { isShowing, mountsDataDisk, unmountsVolume } from '../arguments.ts';
import { files, runs, type DeedTest } from '../deed-test.ts';
import { DISKS } from '../places.ts';
import { hasOption } from '../simple-command.ts';
import type { DeedRow } from './row.ts';

const PARTITIONING = ['fdisk', 'gdisk', 'sfdisk', 'sgdisk', 'cfdisk', 'parted', 'partprobe', 'growpart', 'blkdiscard'];
const FORMATTING = ['mkfs', 'mkfs.*', 'mke2fs', 'mkswap'];
const REPAIRING = ['resize2fs', 'xfs_growfs', 'xfs_repair', 'e2fsck', 'fsck', 'fsck.*', 'tune2fs'];
const VOLUME_MANAGEMENT = ['pv', 'vg', 'lv'].flatMap((kind) =>
  ['create', 'remove', 'resize', 'extend', 'reduce'].map((verb) => `${kind}${verb}`),
);

/** Mounts, disks and the folders of logs. */
export const STORAGE_DEEDS: readonly DeedRow[] = [
  { effect: 'volume-unmounted', tests: [runs(['umount'], unmountsVolume)] },
  { effect: 'log-position-deleted', tests: [files(['delete', 'take'], ['/tmp/ccs-log-collector/pos'])] },
  { effect: 'log-buffer-deleted', tests: [files(['delete', 'take'], ['/tmp/ccs-log-collector/buffer'])] },
  { effect: 'mount-directory-deleted', tests: [deletesFolderOfNas] },
  {
    effect: 'block-device-changed',
    tests: [
      files(['write', 'delete'], DISKS),
      runs([...PARTITIONING, ...FORMATTING], namesDisk),
      runs(
        ['wipefs'],
        (args) => hasOption(args, '-a', '--all', '-o', '--offset', '-t') && namesDisk(args, { name: 'wipefs' }),
      ),
      runs(['mount'], mountsDataDisk),
      runs(REPAIRING, (args, { name }) => args.length > 0 && !isShowing(name, args)),
      runs(VOLUME_MANAGEMENT, (args) => args.length > 0),
      runs(
        ['mdadm'],
        (args) => args.length > 0 && !hasOption(args, '-D', '--detail', '-E', '--examine', '-Q', '--query'),
      ),
    ],
  },
];

/** A disk, or a name that only the node can fill in. */
function namesDisk(args: readonly string[], { name }: { readonly name: string }): boolean {
  return args.some((arg) => arg.startsWith('/dev/') || arg.startsWith('$')) && !isShowing(name, args);
}

function deletesFolderOfNas({ command, files: acts }: Parameters<DeedTest>[0]): boolean {
  return acts.some(
    ({ act, path, isDeep }) => act === 'delete' && (isDeep || command.name === 'rmdir') && path.some(isOfNas),
  );
}

function isOfNas(segment: string): boolean {
  return /\.nas\.aliyuncs\.com$|^kubernetes\.io~csi$|(?:^|[-_.])(?:nas|nfs)\d*(?:$|[-_.])/u.test(segment);
}
