import type { Params } from '../model/params.ts';

/** One OpenAPI call. `style` RPC puts `params` into the query; ROA fills `path` and sends the rest as query. */
export interface CloudCall {
  readonly product:
    | 'slb'
    | 'alb'
    | 'nlb'
    | 'ecs'
    | 'ess'
    | 'vpc'
    | 'nas'
    | 'eflo'
    | 'eflo-controller'
    | 'eci'
    | 'cs'
    | 'tag'
    | 'ram'
    | 'ims'
    | 'sts'
    | 'sls'
    | 'actiontrail';
  readonly action: string;
  readonly region: string;
  readonly params: Params;
  /** ROA only: `/clusters/c1/resources`. */
  readonly path?: string;
  /** Milliseconds since the epoch after which nobody waits for the answer. */
  readonly deadline: number;
}

/** The one way to Alibaba Cloud: signs, retries what a retry can help, keeps to deadline and rate limit. Throws CloudError. */
export interface Cloud {
  readonly call: (call: CloudCall) => Promise<unknown>;
}
