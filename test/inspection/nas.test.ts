import { describe, expect, it } from 'vitest';
import { CloudError } from '../../shared/errors.ts';
import { observe } from '../../shared/inspection/observe.ts';
import { inspect } from '../../shared/steps/inspect.ts';
import { aCall, aPart } from './a-call.ts';
import { aCloud } from './scripted-cloud.ts';
import { aSnapshot, aStore } from './simple-store.ts';

const at = new Date('2026-11-24T08:05:00Z');
const SYSTEM = { kind: 'nas.file-system', id: 'nas1' } as const;
const DOMAIN = 'nas1-a.cn-hangzhou.nas.aliyuncs.com';
const TARGET = { Status: 'Active', AccessGroupName: 'nodes', NetworkType: 'Vpc', VpcId: 'vpc-1', VswId: 'vsw-1' };

const asked = (script: Record<string, unknown>, ...snapshots: ReturnType<typeof aSnapshot>[]) => ({
  cloud: aCloud(script).cloud,
  store: aStore({ snapshots }),
  now: () => at,
  deadline: at.getTime() + 3_000,
});

describe('a mount target that was deleted', () => {
  it('is made again for the same network and group, and the notes say that its address is another', async () => {
    const event = aCall('NAS:DeleteMountTarget', { FileSystemId: 'nas1', MountTargetDomain: DOMAIN });
    const content = { ProtocolType: 'NFS', MountTargets: { [DOMAIN]: TARGET } };
    const script = {
      DescribeFileSystems: {
        FileSystems: { FileSystem: [{ FileSystemId: 'nas1', ProtocolType: 'NFS', MountTargets: {} }] },
      },
    };

    const seen = await inspect(
      event,
      aPart(event, 'volume-nas', { parent: SYSTEM }),
      asked(script, aSnapshot({ ...SYSTEM, content })),
    );

    expect(seen.comparisons).toMatchObject([{ resource: SYSTEM, changes: [{ op: 'remove', before: TARGET }] }]);
    expect(seen.restore).toEqual({
      possible: true,
      commands: [
        'aliyun nas CreateMountTarget --RegionId cn-hangzhou --FileSystemId nas1 --NetworkType Vpc --VpcId vpc-1 --VSwitchId vsw-1 --AccessGroupName nodes',
      ],
    });
    expect(seen.notes.join(' ')).toContain(`another address than ${DOMAIN}`);
  });
});

describe('what came since the last reading and was taken away before the next', () => {
  it.each([
    ['nas:DeleteAccessPoint', { FileSystemId: 'nas1', AccessPointId: 'ap-new' }, { 'ap-old': {} }, 'access-points'],
    ['nas:DeleteMountTarget', { FileSystemId: 'nas1', MountTargetDomain: DOMAIN }, { MountTargets: {} }, undefined],
  ] as const)('is no call without effect: %s', async (operation, params, content, aspect) => {
    const event = aCall(operation, params);
    const script = {
      DescribeAccessPoints: { AccessPoints: [{ FileSystemId: 'nas1', AccessPointId: 'ap-old' }] },
      DescribeFileSystems: { FileSystems: { FileSystem: [{ FileSystemId: 'nas1' }] } },
    };
    const before = aSnapshot({ ...SYSTEM, content, ...(aspect === undefined ? {} : { aspect }) });

    const seen = await inspect(event, aPart(event, 'volume-nas', { parent: SYSTEM }), asked(script, before));

    expect(seen.comparisons).toMatchObject([{ before: { content }, after: { content }, changes: [] }]);
    expect(seen.verdict).toBe('changed');
  });
});

describe('a permission group', () => {
  it('of extreme file systems is read and put back as such', async () => {
    const event = aCall('NAS:DeleteAccessRule', {
      AccessGroupName: 'fast',
      AccessRuleId: '1',
      FileSystemType: 'extreme',
    });
    const rule = { SourceCidrIp: '10.0.0.0/8', RWAccess: 'RDWR', UserAccess: 'no_squash', Priority: 1 };
    const content = { FileSystemType: 'extreme', Rules: { '1': rule } };
    const script = {
      DescribeAccessRules: ({ params }: { params: Record<string, unknown> }) => {
        if (params['FileSystemType'] === 'extreme') return { AccessRules: { AccessRule: [] }, TotalCount: 0 };
        throw new CloudError('InvalidAccessGroup.NotFound', 'no such group', { status: 404 });
      },
    };

    const snapshot = aSnapshot({ kind: 'nas.access-group', id: 'fast', content });
    const seen = await inspect(event, aPart(event, 'volume-nas'), asked(script, snapshot));

    expect(seen.restore).toMatchObject({
      commands: [
        expect.stringContaining(
          'CreateAccessRule --RegionId cn-hangzhou --AccessGroupName fast --FileSystemType extreme',
        ),
      ],
    });
  });

  it('loses a rule that somebody added, by the id that the call answered', async () => {
    const params = { AccessGroupName: 'nodes', SourceCidrIp: '10.0.0.0/8', RWAccessType: 'RDONLY' };
    const event = aCall('NAS:CreateAccessRule', params, { response: { AccessRuleId: '7' } });
    const added = {
      AccessRuleId: '7',
      SourceCidrIp: '10.0.0.0/8',
      RWAccess: 'RDONLY',
      UserAccess: 'no_squash',
      Priority: 1,
    };
    const content = { FileSystemType: 'standard', Rules: {} };
    const script = { DescribeAccessRules: { AccessRules: { AccessRule: [added] }, TotalCount: 1 } };

    const snapshot = aSnapshot({ kind: 'nas.access-group', id: 'nodes', content });
    const seen = await inspect(event, aPart(event, 'volume-nas'), asked(script, snapshot));

    expect(seen.comparisons[0]?.changes).toMatchObject([{ op: 'add', path: '/Rules/7' }]);
    expect(seen.restore).toMatchObject({ commands: [expect.stringContaining('DeleteAccessRule')] });
    expect(seen.restore).toMatchObject({ commands: [expect.stringContaining('--AccessRuleId 7')] });
  });
});

describe('quotas of directories', () => {
  it('are looked for in a sweep only where there can be some', async () => {
    const systems = {
      nas1: { FileSystemType: 'standard', ProtocolType: 'NFS' },
      extreme1: { FileSystemType: 'extreme', ProtocolType: 'NFS' },
      smb1: { FileSystemType: 'standard', ProtocolType: 'SMB' },
    } as const;
    const { cloud, calls } = aCloud({
      DescribeFileSystems: ({ params }: { params: { FileSystemId: keyof typeof systems } }) => ({
        FileSystems: { FileSystem: [{ ...params, ...systems[params.FileSystemId] }] },
      }),
      DescribeDirQuotas: { DirQuotaInfos: [], TotalCount: 0 },
      DescribeAccessPoints: { AccessPoints: [], NextToken: '' },
    });
    const event = aCall('NAS:DeleteFileSystem', { FileSystemId: 'nas1' });
    const [one] = aPart(event, 'volume-nas').touched;
    const owned = Object.keys(systems).flatMap((id) => (one === undefined ? [] : [{ ...one.owned, id }]));

    const seen = await observe(cloud, owned, { region: 'cn-hangzhou', deadline: at.getTime() + 3_000, now: () => at });

    expect(seen.problems).toEqual([]);
    expect(
      calls.filter(({ action }) => action === 'DescribeDirQuotas').map(({ params }) => params['FileSystemId']),
    ).toEqual(['nas1']);
  });
});

describe('a fileset that was deleted', () => {
  it('is gone with its data, and only its file system’s filesets are read for it', async () => {
    const event = aCall('NAS:DeleteFileset', { FileSystemId: 'cpfs-1', FsetId: 'fset-1' });
    const parent = { kind: 'nas.file-system', id: 'cpfs-1' } as const;
    const kept = { 'fset-1': { FileSystemPath: '/a/' }, 'fset-2': { FileSystemPath: '/b/' } };
    const script = { DescribeFilesets: { Entries: { Entrie: [{ FsetId: 'fset-2', FileSystemPath: '/b/' }] } } };

    const seen = await inspect(
      event,
      aPart(event, 'volume-nas', { parent }),
      asked(script, aSnapshot({ ...parent, aspect: 'filesets', content: kept })),
    );

    expect(seen.comparisons).toMatchObject([
      { resource: parent, aspect: 'filesets', changes: [{ op: 'remove', path: '/fset-1' }], unknown: [] },
    ]);
    expect(seen.restore).toEqual({ possible: 'unknown' });
    expect(seen.notes).toContain('The data of fileset fset-1 is gone, unless a snapshot has it.');
  });
});
