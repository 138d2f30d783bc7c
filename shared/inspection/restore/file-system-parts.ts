import type { Json } from '../../model/change.ts';
import { type Content, isContent, textIn, without } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';
import { differing } from './differing.ts';

/** Gives access points their settings back; one that was deleted is made again, at another address. */
export function restoreAccessPoints({ id, region, present, wanted }: Undo): Remedy {
  return perPart(present, wanted, (AccessPointId, then, now) => {
    const { AccessGroup, AccessPointName, EnabledRam } = then;
    const settings = { FileSystemId: id, AccessGroup, AccessPointName, EnabledRam };
    if (now !== undefined) {
      return { commands: [command('nas', 'ModifyAccessPoint', region, { ...settings, AccessPointId })] };
    }
    const { VpcId, VSwitchId: VswId, RootPath: RootDirectory, PosixUserId, PosixGroupId } = then;
    const place = { VpcId, VswId, RootDirectory, PosixUserId, PosixGroupId };
    return {
      commands: [command('nas', 'CreateAccessPoint', region, { ...settings, ...place })],
      notes: [
        `The new access point has another id than ${AccessPointId} and another address: set it where it is used.`,
      ],
    };
  });
}

/** Gives filesets their quota and protection back; the data of one that was deleted is gone. */
export function restoreFilesets({ id, region, present, wanted }: Undo): Remedy {
  return perPart(present, wanted, (FsetId, then, now) => {
    if (now === undefined)
      return { commands: [], notes: [`The data of fileset ${FsetId} is gone, unless a snapshot has it.`] };
    const { SizeLimit, FileCountLimit, DeletionProtection, Description } = differing(now, then);
    const of = { FileSystemId: id, FsetId };
    const isModified = DeletionProtection !== undefined || Description !== undefined;
    const isLimited = SizeLimit !== undefined || FileCountLimit !== undefined;
    return {
      commands: [
        ...(isModified ? [command('nas', 'ModifyFileset', region, { ...of, DeletionProtection, Description })] : []),
        ...(isLimited ? [command('nas', 'SetFilesetQuota', region, { ...of, ...limits(then) })] : []),
      ],
    };
  });
}

/** Exports directories of a protocol service again, at another address. A service that was deleted is bought anew. */
export function restoreProtocolServices({ id, region, present, wanted }: Undo): Remedy {
  return perPart(present, wanted, (ProtocolServiceId, then, now) => {
    if (now === undefined) {
      return { commands: [], notes: [`Protocol service ${ProtocolServiceId} has to be ordered anew.`] };
    }
    const [had, has] = [exportsOf(then), exportsOf(now)];
    const lost = Object.entries(differing(has, had)).flatMap(([ExportId, out]) =>
      isContent(out) ? [{ ExportId, out }] : [],
    );
    const of = { FileSystemId: id, ProtocolServiceId };
    return {
      commands: lost.map(({ ExportId, out }) =>
        has[ExportId] === undefined
          ? command('nas', 'CreateProtocolMountTarget', region, {
              ...of,
              ...without(out, ['ProtocolMountTargetDomain']),
            })
          : command('nas', 'ModifyProtocolMountTarget', region, { ...of, ExportId, ...changeable(out) }),
      ),
      notes: lost
        .filter(({ ExportId }) => has[ExportId] === undefined)
        .map(({ out }) => {
          const domain = textIn(out, 'ProtocolMountTargetDomain') ?? 'the old one';
          return `The new export has another address than ${domain}.`;
        }),
    };
  });
}

/** What a protocol service exports: id → directory. */
export function exportsOf(service: Content): Content {
  const { Exports } = service;
  return isContent(Exports) ? Exports : {};
}

interface Part {
  readonly commands: readonly string[];
  readonly notes?: readonly string[];
}

/** What is to be done for each part that is otherwise than it was, or gone. */
function perPart(
  present: Json,
  wanted: Json,
  restore: (id: string, then: Content, now: Content | undefined) => Part,
): Remedy {
  if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
  const parts = Object.entries(differing(present, wanted)).flatMap(([part, then]) => {
    const now = present[part];
    return isContent(then) ? [restore(part, then, isContent(now) ? now : undefined)] : [];
  });
  const [commands, notes] = [parts.flatMap((part) => part.commands), parts.flatMap((part) => part.notes ?? [])];
  return commands.length === 0 ? { ...UNKNOWN, notes } : remedy(commands, ...notes);
}

function limits({ SizeLimit, FileCountLimit }: Content): Content {
  return {
    ...(SizeLimit === undefined ? {} : { SizeLimit }),
    ...(FileCountLimit === undefined ? {} : { FileCountLimit }),
  };
}

function changeable({ AccessGroupName, Description }: Content): Content {
  return {
    ...(AccessGroupName === undefined ? {} : { AccessGroupName }),
    ...(Description === undefined ? {} : { Description }),
  };
}
