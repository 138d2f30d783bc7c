import { describe, expect, it } from 'vitest';
import { nasProduct } from '../../../../infra/local/cloud/nas/product.ts';
import { createNasState } from '../../../../infra/local/cloud/nas/state.ts';
import { asking, refusalOf } from './ask.ts';

const GROUP = { AccessGroupName: 'nodes' };

/** One file system, mounted by a group with one rule. */
function mounted() {
  const nas = createNasState();
  const product = nasProduct(nas);
  const ask = asking(product);
  const Tag = [{ Key: 'ack.aliyun.com', Value: 'c1' }];
  const { FileSystemId } = ask('CreateFileSystem', { ProtocolType: 'NFS', StorageType: 'Capacity', Tag });
  ask('CreateAccessGroup', { ...GROUP, AccessGroupType: 'Vpc' });
  ask('CreateAccessRule', { ...GROUP, SourceCidrIp: '10.0.0.0/8' });
  const place = { FileSystemId, NetworkType: 'Vpc', VpcId: 'vpc-1', VSwitchId: 'vsw-1' };
  const { MountTargetDomain } = ask('CreateMountTarget', { ...place, ...GROUP });
  return { nas, ask, place, system: { FileSystemId }, target: { FileSystemId, MountTargetDomain } };
}

describe('file systems', () => {
  it('are listed by tag, VPC or id, with their mount targets', () => {
    const { ask, target } = mounted();

    const byTag = ask('DescribeFileSystems', { Tag: [{ Key: 'ack.aliyun.com', Value: 'c1' }], PageSize: 100 });

    expect(byTag).toMatchObject({
      FileSystems: {
        FileSystem: [
          {
            FileSystemId: target.FileSystemId,
            Status: 'Running',
            Tags: { Tag: [{ Key: 'ack.aliyun.com', Value: 'c1' }] },
            MountTargets: {
              MountTarget: [
                {
                  MountTargetDomain: target.MountTargetDomain,
                  AccessGroupName: 'nodes',
                  VpcId: 'vpc-1',
                  VswId: 'vsw-1',
                  Status: 'Active',
                },
              ],
            },
          },
        ],
      },
      TotalCount: 1,
    });
    expect(ask('DescribeFileSystems', { VpcId: 'vpc-9' })).toMatchObject({ TotalCount: 0 });
    expect(refusalOf(() => ask('DescribeFileSystems', { FileSystemId: 'no' }))).toBe('404 InvalidFileSystem.NotFound');
  });

  it('are deleted only without mount targets, and a new mount target has another address', () => {
    const { ask, nas, place, system, target } = mounted();

    expect(refusalOf(() => ask('DeleteFileSystem', system))).toBe('400 InvalidFileSystem.StillInUse');
    ask('DeleteMountTarget', target);
    const { MountTargetDomain } = ask('CreateMountTarget', { ...place, ...GROUP });

    expect(MountTargetDomain).not.toBe(target.MountTargetDomain);
    ask('DeleteMountTarget', { ...system, MountTargetDomain });
    ask('DeleteFileSystem', system);
    expect(nas.fileSystems.size).toBe(0);
  });

  it('have mount targets that can be switched off and given another group', () => {
    const { ask, nas, target } = mounted();
    ask('CreateAccessGroup', { AccessGroupName: 'nobody', AccessGroupType: 'Vpc' });

    ask('ModifyMountTarget', { ...target, Status: 'Inactive', AccessGroupName: 'nobody' });

    expect(nas.mountTargets.get(String(target.MountTargetDomain))).toMatchObject({
      Status: 'Inactive',
      AccessGroupName: 'nobody',
    });
    expect(refusalOf(() => ask('ModifyMountTarget', { ...target, AccessGroupName: 'none' }))).toBe(
      '404 InvalidAccessGroup.NotFound',
    );
  });
});

describe('permission groups', () => {
  it('have rules with ids of their own', () => {
    const { ask } = mounted();

    const created = ask('CreateAccessRule', { ...GROUP, SourceCidrIp: '10.1.0.0/16', RWAccessType: 'RDONLY' });
    ask('ModifyAccessRule', { ...GROUP, AccessRuleId: '1', Priority: 5 });

    expect(created).toEqual({ AccessRuleId: '2' });
    expect(ask('DescribeAccessRules', { ...GROUP, FileSystemType: 'standard' })).toMatchObject({
      AccessRules: {
        AccessRule: [
          { AccessRuleId: '1', SourceCidrIp: '10.0.0.0/8', RWAccess: 'RDWR', Priority: 5 },
          { AccessRuleId: '2', RWAccess: 'RDONLY', UserAccess: 'no_squash' },
        ],
      },
      TotalCount: 2,
    });
    ask('DeleteAccessRule', { ...GROUP, AccessRuleId: '1' });
    expect(refusalOf(() => ask('DeleteAccessRule', { ...GROUP, AccessRuleId: '1' }))).toBe(
      '404 InvalidAccessRule.NotFound',
    );
  });

  it('stay while a mount target uses them, and belong to one type of file system', () => {
    const { ask, target } = mounted();

    expect(refusalOf(() => ask('DeleteAccessGroup', GROUP))).toBe('400 InvalidAccessGroup.StillInUse');
    expect(refusalOf(() => ask('DescribeAccessRules', { ...GROUP, FileSystemType: 'extreme' }))).toBe(
      '404 InvalidAccessGroup.NotFound',
    );
    ask('DeleteMountTarget', target);
    expect(ask('DeleteAccessGroup', GROUP)).toEqual({});
  });
});

describe('quotas of directories', () => {
  it('are one for everybody and one for each user that has his own', () => {
    const { ask, system } = mounted();
    const quota = { ...system, Path: '/app', QuotaType: 'Enforcement', SizeLimit: 10 };

    ask('SetDirQuota', { ...quota, UserType: 'AllUsers' });
    ask('SetDirQuota', { ...quota, UserType: 'Uid', UserId: '500', SizeLimit: 1 });
    ask('SetDirQuota', { ...quota, UserType: 'AllUsers', SizeLimit: 20 });

    expect(ask('DescribeDirQuotas', system)).toMatchObject({
      DirQuotaInfos: [
        {
          Path: '/app',
          UserQuotaInfos: [
            { UserType: 'Uid', UserId: '500', SizeLimit: 1 },
            { UserType: 'AllUsers', UserId: '', SizeLimit: 20, QuotaType: 'Enforcement' },
          ],
        },
      ],
      TotalCount: 1,
    });
    ask('CancelDirQuota', { ...system, Path: '/app', UserType: 'AllUsers' });
    expect(ask('DescribeDirQuotas', system)).toMatchObject({
      DirQuotaInfos: [{ UserQuotaInfos: [{ UserId: '500' }] }],
    });
  });
});
