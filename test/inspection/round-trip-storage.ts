import { aDisk } from '../../infra/local/cloud/ecs/defaults.ts';
import { aFileSystem, aMountTarget, groupKey } from '../../infra/local/cloud/nas/state.ts';
import type { World } from '../../infra/local/cloud/world.ts';
import type { Deed, OwnedIds } from './round-trip-network.ts';

const RegionId = 'cn-hangzhou';
const VOLUME = { DiskId: 'd-volume' };
const DOMAIN = 'nas1-abc.cn-hangzhou.nas.aliyuncs.com';
const TARGET = { FileSystemId: 'nas1', MountTargetDomain: DOMAIN };
const POINT = { FileSystemId: 'nas1', AccessPointId: 'ap-1' };
const FILESET = { FileSystemId: 'cpfs-1', FsetId: 'fset-1' };
const EXPORT = { FileSystemId: 'cpfs-1', ProtocolServiceId: 'ptc-1', ExportId: 'exp-1' };
const GROUP = { AccessGroupName: 'nodes' };
const APP = { FileSystemId: 'nas1', Path: '/app', UserType: 'AllUsers', QuotaType: 'Enforcement' };

/** What the cluster owns of storage: kind, role, ids. */
export const STORAGE: readonly OwnedIds[] = [
  ['ecs.disk', 'volume-disk', 'd-volume', 'd-free'],
  ['nas.file-system', 'volume-nas', 'nas1', 'nas2', 'cpfs-1'],
  ['nas.access-group', 'volume-nas', 'nodes'],
];
/** The same for what is read as a part of something else. */
export const STORAGE_PARTS = [
  { kind: 'nas.mount-target', id: DOMAIN, parent: { kind: 'nas.file-system', id: 'nas1' } },
  { kind: 'nas.access-point', id: 'ap-1', parent: { kind: 'nas.file-system', id: 'nas1' } },
  { kind: 'nas.fileset', id: 'cpfs-1/fset-1', parent: { kind: 'nas.file-system', id: 'cpfs-1' } },
  { kind: 'nas.protocol-service', id: 'ptc-1', parent: { kind: 'nas.file-system', id: 'cpfs-1' } },
] as const;

/** Calls that change volumes and can be undone. */
export const STORAGE_DEEDS: readonly Deed[] = [
  ['ecs:DetachDisk', { ...VOLUME, InstanceId: 'i-1' }],
  ['ecs:AttachDisk', { DiskId: 'd-free', InstanceId: 'i-2' }],
  ['ecs:ModifyDiskAttribute', { ...VOLUME, DeleteWithInstance: true }],
  ['ecs:ModifyDiskSpec', { ...VOLUME, DiskCategory: 'cloud_auto' }],
  ['ecs:ModifyDiskSpec', { ...VOLUME, PerformanceLevel: 'PL3' }],
  ['ecs:ModifyDiskChargeType', { 'DiskIds.1': 'd-volume', InstanceId: 'i-1', DiskChargeType: 'PrePaid' }],
  ['nas:SetDirQuota', { ...APP, SizeLimit: 1 }],
  ['nas:SetDirQuota', { ...APP, UserType: 'Uid', UserId: '500', SizeLimit: 1 }],
  ['nas:SetDirQuota', { ...APP, Path: '/other', FileCountLimit: 5 }],
  ['nas:ModifyMountTarget', { ...TARGET, Status: 'Inactive' }],
  ['nas:ModifyMountTarget', { ...TARGET, AccessGroupName: 'other' }],
  ['nas:ModifyAccessPoint', { ...POINT, AccessGroup: 'other', EnabledRam: true }],
  ['nas:ModifyFileset', { ...FILESET, DeletionProtection: false }],
  ['nas:SetFilesetQuota', { ...FILESET, SizeLimit: 1 }],
  ['nas:ModifyProtocolMountTarget', { ...EXPORT, AccessGroupName: 'other' }],
  ['nas:DeleteAccessRule', { ...GROUP, AccessRuleId: '1' }],
  ['nas:ModifyAccessRule', { ...GROUP, AccessRuleId: '1', SourceCidrIp: '10.0.0.1/32', RWAccessType: 'RDONLY' }],
  ['nas:CreateAccessRule', { ...GROUP, SourceCidrIp: '10.0.0.0/24', RWAccessType: 'RDONLY', Priority: 1 }],
];

/** What comes back under another address, with one command. */
export const STORAGE_REMADE: readonly Deed[] = [
  ['nas:DeleteMountTarget', TARGET],
  ['nas:DeleteAccessPoint', POINT],
  ['nas:DeleteProtocolMountTarget', EXPORT],
];

/** Puts the volumes into the account. */
export function seedStorage({ ecs, nas }: World): void {
  const common = { RegionId, DeleteWithInstance: false, PerformanceLevel: 'PL1' };
  ecs.disks.set('d-volume', aDisk({ ...common, ...VOLUME, InstanceId: 'i-1', Device: '/dev/xvdb' }));
  ecs.disks.set('d-free', aDisk({ ...common, DiskId: 'd-free' }));
  for (const FileSystemId of ['nas1', 'nas2'])
    nas.fileSystems.set(FileSystemId, aFileSystem({ RegionId, FileSystemId }));
  nas.mountTargets.set(DOMAIN, aMountTarget({ ...TARGET, ...GROUP, VpcId: 'vpc-1', VswId: 'vsw-1' }));
  const quota = { Path: '/app', UserType: 'AllUsers', UserId: '', QuotaType: 'Enforcement', SizeLimit: 10 } as const;
  nas.quotas.set('nas1', [quota]);
  seedParts(nas);
  const rule = { RWAccess: 'RDWR', UserAccess: 'no_squash', Priority: 1 };
  const Rules = [
    { ...rule, AccessRuleId: '1', SourceCidrIp: '10.0.0.0/8' },
    { ...rule, AccessRuleId: '2', SourceCidrIp: '192.168.0.0/16', Priority: 2 },
  ];
  for (const AccessGroupName of ['nodes', 'other']) {
    const group = {
      AccessGroupName,
      RegionId,
      FileSystemType: 'standard',
      AccessGroupType: 'Vpc',
      Description: '',
    } as const;
    nas.accessGroups.set(groupKey('standard', AccessGroupName), { ...group, Rules });
  }
}

/** An access point of the one file system, a fileset and an exported directory of a parallel one. */
function seedParts(nas: World['nas']): void {
  const place = { VpcId: 'vpc-1', VSwitchId: 'vsw-1' };
  nas.accessPoints.set('ap-1', {
    ...POINT,
    ...place,
    AccessPointName: 'shop',
    AccessGroup: 'nodes',
    EnabledRam: false,
    DomainName: 'ap-1.cn-hangzhou.nas.aliyuncs.com',
    RootPath: '/shop',
    Status: 'Active',
  });
  nas.fileSystems.set('cpfs-1', aFileSystem({ RegionId, FileSystemId: 'cpfs-1', FileSystemType: 'cpfs' }));
  const Quota = { SizeLimit: 10, FileCountLimit: 10_000 };
  const told = { FileSystemPath: '/train/', Description: 'training', DeletionProtection: true, Quota };
  nas.filesets.set('fset-1', { ...FILESET, ...told });
  const { ExportId: _, ...service } = EXPORT;
  nas.protocolServices.set('ptc-1', { ...service, ProtocolType: 'NFS', ProtocolSpec: 'General' });
  const domain = { ProtocolMountTargetDomain: 'exp-1.cpfs-nfs.nas.aliyuncs.com', AccessGroupName: 'nodes', Path: '/' };
  nas.protocolExports.set('exp-1', { ...EXPORT, ...place, ...domain });
}
