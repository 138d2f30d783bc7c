import type { OperationTable } from '../model/operation.ts';
import { names } from './names.ts';
import { ADJACENT, on, type More } from './touch.ts';

const system = on('nas.file-system', 'FileSystemId');
const target = on('nas.mount-target', 'MountTargetDomain');
const group = on('nas.access-group', 'AccessGroupName');
const point = on('nas.access-point', 'AccessPointId');
const fileset = on('nas.fileset', 'FileSystemId/FsetId');
const protocol = on('nas.protocol-service', 'ProtocolServiceId');
const conditional = { strength: 'conditional' } as const satisfies More;
const rule = { value: ['SourceCidrIp', 'RWAccessType', 'UserAccessType', 'Priority'] };
const quota = { ...conditional, value: ['QuotaType', 'SizeLimit', 'FileCountLimit'] };
const accessList = [system('access-changed', ADJACENT)];

/** What each write of ActionTrail's service NAS does, and to which resource. */
export const nas: OperationTable = {
  service: 'NAS',
  versions: ['2017-06-26'],
  actions: {
    AddClientToBlackList: [system('access-changed', { value: ['ClientIP'] })],
    CreateAccessRule: [group('access-changed', { ...conditional, ...rule })],
    CreateFileSystem: [on('nas.file-system', 'response.FileSystemId')('created')],
    CreateMountTarget: [on('nas.mount-target', 'response.MountTargetDomain')('created')],
    CreateRecycleBinDeleteJob: [system('recycle-bin-emptied', ADJACENT)],
    DeleteAccessGroup: [group('access-changed', ADJACENT)],
    DeleteAccessPoint: [point('deleted')],
    DeleteAccessRule: [group('access-changed')],
    DeleteFileSystem: [system('deleted')],
    DeleteFileset: [fileset('directory-deleted')],
    DeleteMountTarget: [target('deleted')],
    DeleteProtocolMountTarget: [protocol('access-changed', { value: ['ExportId'] })],
    DeleteProtocolService: [protocol('deleted')],
    DetachVscFromFilesystems: [on('nas.file-system', 'ResourceIds.FileSystemId')('detached')],
    DisableAndCleanRecycleBin: [system('recycle-bin-emptied', ADJACENT)],
    DisableNfsAcl: accessList,
    DisableSmbAcl: accessList,
    EnableNfsAcl: accessList,
    EnableSmbAcl: accessList,
    ModifyAccessPoint: [point('access-changed', { value: ['AccessGroup', 'EnabledRam'] })],
    ModifyAccessRule: [group('access-changed', rule)],
    ModifyFileset: [
      fileset('delete-protection-lifted', {
        strength: 'precursor',
        when: { equals: ['DeletionProtection', 'false'] },
      }),
    ],
    ModifyMountTarget: [target('access-changed', { value: ['Status', 'AccessGroupName'] })],
    ModifyProtocolMountTarget: [protocol('access-changed', { ...ADJACENT, value: ['AccessGroupName'] })],
    ModifySmbAcl: accessList,
    Release: [on('nas.file-system')('deleted')],
    ResetFileSystem: [system('reset', { value: ['SnapshotId'] })],
    SetDirQuota: [system('quota-changed', quota)],
    SetFilesetQuota: [fileset('quota-changed', quota)],
  },
  ignored: names(`
    AddTags ApplyAutoSnapshotPolicy ApplyDataFlowAutoRefresh AttachVscToFilesystems CancelAutoSnapshotPolicy
    CancelDataFlowAutoRefresh CancelDataFlowSubTask CancelDataFlowTask CancelDirQuota CancelFilesetQuota
    CancelLifecycleRetrieveJob CancelRecycleBinJob ChangeResourceGroup CreateAccessGroup CreateAccessPoint
    CreateAutoSnapshotPolicy CreateDataFlow CreateDataFlowSubTask CreateDataFlowTask CreateDir CreateFile CreateFileset
    CreateLDAPConfig CreateLifecyclePolicy CreateLifecycleRetrieveJob CreateLogAnalysis CreateProtocolMountTarget
    CreateProtocolService CreateRecycleBinRestoreJob CreateSnapshot DeleteAutoSnapshotPolicy DeleteDataFlow
    DeleteLDAPConfig DeleteLifecyclePolicy DeleteLogAnalysis DeleteSnapshot EnableRecycleBin ModifyAccessGroup
    ModifyAutoSnapshotPolicy ModifyDataFlow ModifyDataFlowAutoRefresh ModifyFileSystem ModifyLDAPConfig
    ModifyLifecyclePolicy ModifyProtocolService OpenNASService RemoveClientFromBlackList RemoveTags
    RetryLifecycleRetrieveJob StartDataFlow StartLifecyclePolicyExecution StopDataFlow StopLifecyclePolicyExecution
    TagResources UntagResources UpdateLifecyclePolicy UpdateRecycleBinAttribute UpgradeFileSystem
  `),
};
