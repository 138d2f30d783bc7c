import type { Params } from '../../../shared/model/params.ts';

/** A JSON object as the cloud answers it, in the cloud's own casing. */
export type Answer = Readonly<Record<string, unknown>>;

/** Who signed the call: decides `userIdentity` of the record. */
export interface Caller {
  readonly accountId: string;
  readonly type: 'root-account' | 'ram-user' | 'assumed-role';
  /** RAM user name, or `rolename:session`. */
  readonly userName: string;
  readonly principalId: string;
  readonly accessKeyId: string;
}

/** One call as an operation sees it; signature, time stamp and throttling are already checked. */
export interface Call {
  readonly caller: Caller;
  readonly region: string;
  /** API version asked for: ESS answers 2022-02-22 without the wrappers of 2014-08-28. */
  readonly version?: string;
  /** RPC: query and form as sent (`Tag.1.Key`): read with `shared/model/params.ts`. ROA: query, path and body members together. */
  readonly params: Params;
  readonly now: Date;
}

/**
 * Makes another call within the running one, by somebody else: what ACK does to a scaling group when its node pool is
 * edited. It is recorded after the call that caused it, as the cloud does it a moment later.
 */
export type FollowUp = (actor: ServiceActor, call: OwnCall) => void;

/** The cloud's own actors that carry out what others asked for. */
export type ServiceActor = 'ack' | 'autoscaling';

/** A call from inside the cloud: no wire, no signature. */
export interface OwnCall {
  readonly product: string;
  readonly action: string;
  readonly params: Params;
  readonly region?: string;
}

/** One operation of one product. */
export interface Operation {
  readonly rw: 'Read' | 'Write';
  /** Parameters without which the real service answers `MissingParameter`. */
  readonly required?: readonly string[];
  /** ROA only: `GET /clusters/[ClusterId]/resources`. */
  readonly route?: string;
  /** RAM actions any of which allows the call, where they are not named `product:Action`; none: everybody may. */
  readonly ramActions?: readonly string[];
  /** Runs it against the state; throws ApiError as the real service would. */
  readonly run: (call: Call) => Answer | readonly Answer[];
  /** `referencedResources` of the record of a write: ActionTrail's type → ids. */
  readonly references?: (call: Call, answer: Answer) => Readonly<Record<string, readonly string[]>>;
}

/** One product of the stand-in: its wire style and its operations over one slice of state. */
export interface Product {
  /** ActionTrail's `serviceName`: `Slb`. */
  readonly serviceName: string;
  /** Host and event source prefix: `slb`. */
  readonly product: string;
  readonly versions: readonly string[];
  readonly style: 'RPC' | 'ROA';
  /** Calls per second and account before `Throttling.User`. */
  readonly callsPerSecond: number;
  readonly operations: Readonly<Record<string, Operation>>;
}

/** An error in the cloud's own words. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}
