import type { Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { tokenPage } from '../pages.ts';
import { flag, integer, mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { systemNamed } from './find.ts';
import type { AccessPoint, Fileset, NasState, ProtocolExport } from './state.ts';

const PAGE = { usual: 20, most: 100 };
const OF_SYSTEM = references({ 'ACS::NAS::FileSystem': ['FileSystemId'] });

/** What lies on or before a file system: access points, filesets, protocol services and their exports. */
export function partOperations(state: NasState): Readonly<Record<string, Operation>> {
  return { ...accessPoints(state), ...filesets(state), ...protocolServices(state) };
}

function accessPoints(state: NasState): Readonly<Record<string, Operation>> {
  const named = (call: Call): AccessPoint => partIn(state, state.accessPoints, call, 'AccessPointId');
  const put = (point: AccessPoint): void => void state.accessPoints.set(point.AccessPointId, point);
  return {
    DescribeAccessPoints: {
      rw: 'Read',
      run: ({ params }) => {
        const system = text(params, 'FileSystemId');
        const all = [...state.accessPoints.values()].filter(
          (each) => system === undefined || each.FileSystemId === system,
        );
        const { items, NextToken } = tokenPage(params, all, PAGE);
        return { AccessPoints: items, NextToken, TotalCount: all.length };
      },
    },
    CreateAccessPoint: write(['FileSystemId', 'AccessGroup', 'VpcId', 'VswId'], (call) => {
      const AccessPointId = newId('ap');
      const { params } = call;
      const place = { VpcId: mandatory(params, 'VpcId'), VSwitchId: mandatory(params, 'VswId') };
      const { FileSystemId, RegionId } = systemNamed(state, call);
      const RootPath = text(params, 'RootDirectory') ?? '/';
      const DomainName = `${AccessPointId}.${RegionId}.nas.aliyuncs.com`;
      const none = { AccessPointName: '', EnabledRam: false, AccessGroup: '' };
      put({
        ...none,
        AccessPointId,
        FileSystemId,
        ...place,
        RootPath,
        DomainName,
        Status: 'Active',
        ...saidOfPoint(params),
      });
      return { AccessPoint: { AccessPointId, AccessPointDomain: DomainName } };
    }),
    ModifyAccessPoint: write(['FileSystemId', 'AccessPointId'], (call) => {
      put({ ...named(call), ...saidOfPoint(call.params) });
      return {};
    }),
    DeleteAccessPoint: write(['FileSystemId', 'AccessPointId'], (call) => {
      state.accessPoints.delete(named(call).AccessPointId);
      return {};
    }),
  };
}

function filesets(state: NasState): Readonly<Record<string, Operation>> {
  const named = (call: Call): Fileset => partIn(state, state.filesets, call, 'FsetId');
  const put = (fileset: Fileset): Answer => {
    state.filesets.set(fileset.FsetId, fileset);
    return {};
  };
  return {
    DescribeFilesets: {
      rw: 'Read',
      required: ['FileSystemId'],
      run: (call) => listed(state, state.filesets, call, (items) => ({ Entries: { Entrie: items } })),
    },
    ModifyFileset: write(['FileSystemId', 'FsetId'], (call) => {
      const old = named(call);
      const DeletionProtection = flag(call.params, 'DeletionProtection') ?? old.DeletionProtection;
      return put({ ...old, DeletionProtection, Description: text(call.params, 'Description') ?? old.Description });
    }),
    SetFilesetQuota: write(['FileSystemId', 'FsetId'], (call) => {
      const [SizeLimit, FileCountLimit] = [integer(call.params, 'SizeLimit'), integer(call.params, 'FileCountLimit')];
      const Quota = {
        ...(SizeLimit === undefined ? {} : { SizeLimit }),
        ...(FileCountLimit === undefined ? {} : { FileCountLimit }),
      };
      return put({ ...named(call), Quota });
    }),
    DeleteFileset: write(['FileSystemId', 'FsetId'], (call) => {
      const { FsetId, DeletionProtection } = named(call);
      if (DeletionProtection) throw new ApiError(400, 'OperationDenied.DeletionProtection', 'It is protected.');
      state.filesets.delete(FsetId);
      return {};
    }),
  };
}

function protocolServices(state: NasState): Readonly<Record<string, Operation>> {
  const named = (call: Call): ProtocolExport => partIn(state, state.protocolExports, call, 'ExportId');
  const put = (made: ProtocolExport): void => void state.protocolExports.set(made.ExportId, made);
  return {
    DescribeProtocolService: {
      rw: 'Read',
      required: ['FileSystemId'],
      run: (call) => listed(state, state.protocolServices, call, (items) => ({ ProtocolServices: items })),
    },
    DescribeProtocolMountTarget: {
      rw: 'Read',
      required: ['FileSystemId'],
      run: (call) => listed(state, state.protocolExports, call, (items) => ({ ProtocolMountTargets: items })),
    },
    CreateProtocolMountTarget: write(['FileSystemId', 'ProtocolServiceId', 'VpcId'], (call) => {
      const ExportId = newId('exp');
      const { params } = call;
      const of = { FileSystemId: systemNamed(state, call).FileSystemId, VpcId: mandatory(params, 'VpcId') };
      put({
        ...of,
        ExportId,
        ProtocolServiceId: partIn(state, state.protocolServices, call, 'ProtocolServiceId').ProtocolServiceId,
        ProtocolMountTargetDomain: `${ExportId}.cpfs-nfs.nas.aliyuncs.com`,
        VSwitchId: text(params, 'VSwitchId') ?? '',
        Path: text(params, 'Path') ?? '',
        AccessGroupName: text(params, 'AccessGroupName') ?? 'DEFAULT_VPC_GROUP_NAME',
      });
      return { ExportId };
    }),
    ModifyProtocolMountTarget: write(['FileSystemId', 'ProtocolServiceId', 'ExportId'], (call) => {
      const old = named(call);
      put({ ...old, AccessGroupName: text(call.params, 'AccessGroupName') ?? old.AccessGroupName });
      return {};
    }),
    DeleteProtocolMountTarget: write(['FileSystemId', 'ProtocolServiceId', 'ExportId'], (call) => {
      state.protocolExports.delete(named(call).ExportId);
      return {};
    }),
    DeleteProtocolService: write(['FileSystemId', 'ProtocolServiceId'], (call) => {
      const { ProtocolServiceId } = partIn(state, state.protocolServices, call, 'ProtocolServiceId');
      state.protocolServices.delete(ProtocolServiceId);
      return {};
    }),
  };
}

function write(required: readonly string[], run: Operation['run']): Operation {
  return { rw: 'Write', required, run, references: OF_SYSTEM };
}

function partIn<T extends { readonly FileSystemId: string }>(
  state: NasState,
  all: ReadonlyMap<string, T>,
  call: Call,
  parameter: string,
): T {
  const { FileSystemId } = systemNamed(state, call);
  const found = all.get(mandatory(call.params, parameter));
  if (found?.FileSystemId === FileSystemId) return found;
  throw new ApiError(404, `Invalid${parameter}.NotFound`, `The specified ${parameter} does not exist.`);
}

function listed<T extends { readonly FileSystemId: string }>(
  state: NasState,
  all: ReadonlyMap<string, T>,
  call: Call,
  answer: (items: readonly T[]) => Answer,
): Answer {
  const { FileSystemId } = systemNamed(state, call);
  const mine = [...all.values()].filter((each) => each.FileSystemId === FileSystemId);
  const { items, NextToken } = tokenPage(call.params, mine, PAGE);
  return { ...answer(items), NextToken };
}

function saidOfPoint(params: Params): Partial<Pick<AccessPoint, 'AccessGroup' | 'AccessPointName' | 'EnabledRam'>> {
  const [AccessGroup, AccessPointName] = [text(params, 'AccessGroup'), text(params, 'AccessPointName')];
  const EnabledRam = flag(params, 'EnabledRam');
  return {
    ...(AccessGroup === undefined ? {} : { AccessGroup }),
    ...(AccessPointName === undefined ? {} : { AccessPointName }),
    ...(EnabledRam === undefined ? {} : { EnabledRam }),
  };
}
