import type { Tag } from '../tags.ts';

/** A Cloud Assistant command. */
export interface Command {
  readonly CommandId: string;
  readonly Name: string;
  readonly Description: string;
  readonly RegionId: string;
  readonly Type: string;
  /** Base64, as the cloud keeps it. */
  readonly CommandContent: string;
  readonly WorkingDir: string;
  readonly Timeout: number;
  readonly EnableParameter: boolean;
  readonly CreationTime: string;
  readonly Tags: readonly Tag[];
}

/** One run of a command on instances. */
export interface Invocation {
  readonly InvokeId: string;
  readonly CommandId: string;
  readonly CommandName: string;
  readonly CommandType: string;
  readonly CommandContent: string;
  readonly RegionId: string;
  readonly InstanceIds: readonly string[];
  readonly Parameters: string;
  readonly Username: string;
  readonly WorkingDir: string;
  readonly Timeout: number;
  readonly RepeatMode: string;
  readonly Frequency: string;
  readonly CreationTime: string;
  /** From then on it counts as finished. */
  readonly finishedAt: Date;
}

/** A file that was sent to instances through Cloud Assistant. */
export interface SentFile {
  readonly InvokeId: string;
  readonly Name: string;
  readonly TargetDir: string;
  readonly Content: string;
  readonly ContentType: string;
  readonly Description: string;
  readonly FileOwner: string;
  readonly FileGroup: string;
  readonly FileMode: string;
  readonly Overwrite: boolean;
  readonly RegionId: string;
  readonly InstanceIds: readonly string[];
  readonly CreationTime: string;
}
