/** Which findings a suppression covers: every list that is given must hold for all of the finding. */
export interface Covered {
  /** Of several that are watched. Absent: all of them. */
  readonly accounts?: readonly string[];
  /** Ids or names. */
  readonly clusters?: readonly string[];
  readonly rules?: readonly string[];
  readonly rows?: readonly string[];
  readonly resources?: readonly string[];
  /** Names, without regard to case. */
  readonly actors?: readonly string[];
  /** `Slb:SetBackendServers`, without regard to case. */
  readonly operations?: readonly string[];
}

/** A declared exception, or a maintenance window: always with an end. Silent findings are recorded and counted. */
export interface Suppression {
  readonly id: string;
  readonly what: Covered;
  readonly why: string;
  readonly by: string;
  readonly from: Date;
  readonly until: Date;
}

/** Automation that is trusted to do certain things on certain clusters. It never makes the irrecoverable silent. */
export interface Automation {
  readonly id: string;
  /** As ActionTrail spells it (`ram-user`, `assumed-role`), and the name, which counts without case. */
  readonly actor: { readonly type: string; readonly name: string };
  /** Of several that are watched, each of which may have an actor and a cluster of these names. Absent: all of them. */
  readonly accounts?: readonly string[] | undefined;
  /** Ids or names. */
  readonly clusters: readonly string[];
  readonly rows: readonly string[];
  readonly why: string;
  readonly by: string;
}

/** Everything that was declared. */
export interface Exceptions {
  readonly suppressions: readonly Suppression[];
  readonly automation: readonly Automation[];
}
