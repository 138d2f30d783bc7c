import type { Tag } from '../tags.ts';

export interface FileSystem {
  readonly FileSystemId: string;
  readonly RegionId: string;
  readonly ZoneId: string;
  readonly Description: string;
  readonly FileSystemType: 'standard' | 'extreme' | 'cpfs';
  readonly ProtocolType: string;
  readonly StorageType: string;
  readonly CreateTime: string;
  readonly Tags: readonly Tag[];
}

export interface MountTarget {
  /** The address that volumes name; it is never given twice. */
  readonly MountTargetDomain: string;
  readonly FileSystemId: string;
  readonly AccessGroupName: string;
  readonly NetworkType: string;
  readonly VpcId: string;
  readonly VswId: string;
  readonly Status: 'Active' | 'Inactive';
}

/** A permission group (权限组): its name is unique per type of file system. */
export interface AccessGroup {
  readonly AccessGroupName: string;
  readonly RegionId: string;
  readonly FileSystemType: FileSystem['FileSystemType'];
  readonly AccessGroupType: string;
  readonly Description: string;
  readonly Rules: readonly AccessRule[];
}

export interface AccessRule {
  readonly AccessRuleId: string;
  readonly SourceCidrIp: string;
  readonly RWAccess: string;
  readonly UserAccess: string;
  readonly Priority: number;
}

/** How much of a directory may be used, by everybody or by one user. */
export interface DirQuota {
  readonly Path: string;
  readonly UserType: string;
  /** Empty: everybody. */
  readonly UserId: string;
  readonly QuotaType: 'Accounting' | 'Enforcement';
  /** GiB. */
  readonly SizeLimit?: number;
  readonly FileCountLimit?: number;
}

/** An entrance to a file system: an address from which one directory is to be seen. */
export interface AccessPoint {
  readonly AccessPointId: string;
  readonly FileSystemId: string;
  readonly AccessPointName: string;
  readonly AccessGroup: string;
  readonly EnabledRam: boolean;
  readonly DomainName: string;
  readonly RootPath: string;
  readonly VpcId: string;
  readonly VSwitchId: string;
  readonly Status: 'Active';
}

/** A directory of CPFS with a quota of its own. */
export interface Fileset {
  readonly FsetId: string;
  readonly FileSystemId: string;
  readonly FileSystemPath: string;
  readonly Description: string;
  readonly DeletionProtection: boolean;
  readonly Quota: { readonly SizeLimit?: number; readonly FileCountLimit?: number };
}

/** What lets CPFS be mounted by NFS. */
export interface ProtocolService {
  readonly ProtocolServiceId: string;
  readonly FileSystemId: string;
  readonly ProtocolType: 'NFS';
  readonly ProtocolSpec: string;
}

/** A directory that a protocol service exports. */
export interface ProtocolExport {
  readonly ExportId: string;
  readonly ProtocolServiceId: string;
  readonly FileSystemId: string;
  readonly ProtocolMountTargetDomain: string;
  readonly AccessGroupName: string;
  readonly Path: string;
  readonly VpcId: string;
  readonly VSwitchId: string;
}

/** Everything that NAS holds; groups by `groupKey`, quotas by file system. Records are replaced, never changed in place. */
export interface NasState {
  readonly fileSystems: Map<string, FileSystem>;
  readonly mountTargets: Map<string, MountTarget>;
  readonly accessGroups: Map<string, AccessGroup>;
  readonly quotas: Map<string, readonly DirQuota[]>;
  readonly accessPoints: Map<string, AccessPoint>;
  readonly filesets: Map<string, Fileset>;
  readonly protocolServices: Map<string, ProtocolService>;
  readonly protocolExports: Map<string, ProtocolExport>;
}

export function createNasState(): NasState {
  return {
    fileSystems: new Map(),
    mountTargets: new Map(),
    accessGroups: new Map(),
    quotas: new Map(),
    accessPoints: new Map(),
    filesets: new Map(),
    protocolServices: new Map(),
    protocolExports: new Map(),
  };
}

export function groupKey(type: string, name: string): string {
  return `${type}/${name}`;
}

type Needs<T, K extends keyof T> = Pick<T, K> & Partial<T>;

/** A file system with everything that was not said as the cloud would set it. */
export function aFileSystem(said: Needs<FileSystem, 'FileSystemId' | 'RegionId'>): FileSystem {
  return {
    ZoneId: `${said.RegionId}-h`,
    Description: said.FileSystemId,
    FileSystemType: 'standard',
    ProtocolType: 'NFS',
    StorageType: 'Capacity',
    CreateTime: '2025-01-01T00:00:00CST',
    Tags: [],
    ...said,
  };
}

export function aMountTarget(
  said: Needs<MountTarget, 'MountTargetDomain' | 'FileSystemId' | 'AccessGroupName'>,
): MountTarget {
  return { NetworkType: 'Vpc', VpcId: '', VswId: '', Status: 'Active', ...said };
}
