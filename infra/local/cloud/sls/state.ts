/** A project (项目) of Log Service; its name is unique in the world. */
export interface Project {
  readonly projectName: string;
  readonly region: string;
  readonly description: string;
  readonly status: 'Normal';
  readonly createTime: string;
}

/** A logstore, in the spelling of the API. */
export interface Logstore {
  readonly logstoreName: string;
  readonly ttl: number;
  readonly shardCount: number;
  readonly enable_tracking: boolean;
  readonly autoSplit: boolean;
  readonly maxSplitShard: number;
  readonly appendMeta: boolean;
  readonly telemetryType: string;
  readonly mode: 'standard' | 'query';
}

/** The machines whose logs are collected, and by which collection configurations. */
export interface MachineGroup {
  readonly groupName: string;
  readonly groupType: string;
  readonly machineIdentifyType: 'ip' | 'userdefined';
  readonly groupAttribute: Readonly<Record<string, unknown>>;
  readonly machineList: readonly string[];
  readonly configs: readonly string[];
}

/** What is collected and where it goes: of the older kind, or a pipeline. */
export interface CollectionConfig {
  readonly configName: string;
  readonly isPipeline: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Everything Log Service holds: projects by name, what lies in one by `project/name`. */
export interface SlsState {
  readonly projects: Map<string, Project>;
  readonly logstores: Map<string, Logstore>;
  readonly machineGroups: Map<string, MachineGroup>;
  readonly configs: Map<string, CollectionConfig>;
}

export function createSlsState(): SlsState {
  return { projects: new Map(), logstores: new Map(), machineGroups: new Map(), configs: new Map() };
}

/** A project that names nothing but what the test or the demo is about. */
export function aProject(about: Partial<Project> & Pick<Project, 'projectName'>): Project {
  return { region: 'cn-hangzhou', description: '', status: 'Normal', createTime: '2026-01-01 00:00:00', ...about };
}

export function aLogstore(about: Partial<Logstore> & Pick<Logstore, 'logstoreName'>): Logstore {
  const sharding = { shardCount: 2, autoSplit: true, maxSplitShard: 64 };
  const marks = { enable_tracking: false, appendMeta: false, telemetryType: '', mode: 'standard' } as const;
  return { ttl: 30, ...sharding, ...marks, ...about };
}
