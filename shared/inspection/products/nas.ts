import type { Reader } from '../reader.ts';
import { nasAccessGroup } from '../readers/nas-access-group.ts';
import { nasAccessPoints } from '../readers/nas-access-points.ts';
import { nasFileSystem } from '../readers/nas-file-system.ts';
import { nasFileSystemQuotas } from '../readers/nas-file-system-quotas.ts';
import { nasFilesets } from '../readers/nas-filesets.ts';
import { nasProtocolServices } from '../readers/nas-protocol-services.ts';

/** The readers of what belongs to NAS. Of one kind, `configuration` stands first: others may depend on it. */
export const READERS: readonly Reader[] = [
  nasFileSystem,
  nasFileSystemQuotas,
  nasAccessPoints,
  nasFilesets,
  nasProtocolServices,
  nasAccessGroup,
];
