import type { CloudError } from '../errors.ts';

/** What a person can do about a refusal of the cloud. `isOurs`: keys or rights are wrong, not the cloud. */
export interface Advice {
  readonly todo: string;
  readonly isOurs: boolean;
}

const ADVICE: readonly (readonly [code: RegExp, advice: Advice])[] = [
  [
    /^InvalidAccessKeyId|^SignatureDoesNotMatch|^IncompleteSignature|^MissingSignature/u,
    { todo: 'Check ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET.', isOurs: true },
  ],
  [
    /^InvalidSecurityToken|^MissingSecurityToken/u,
    {
      todo: 'Check ALIBABA_CLOUD_SECURITY_TOKEN: temporary keys expire and go only with their own token.',
      isOurs: true,
    },
  ],
  [/^InvalidTimeStamp/u, { todo: "Set this machine's clock.", isOurs: true }],
  [
    /^Forbidden|NoPermission|NotAuthorized|^ErrorClusterForbidden/u,
    { todo: 'Grant the key the read permissions of infra/ram-policy.json.', isOurs: true },
  ],
  [/^Throttling/u, { todo: 'Other callers use up the quota: try again later.', isOurs: false }],
  [
    /^Unreachable$|^Timeout$/u,
    { todo: 'Check the network, the spelling of the region, and ACKWATCH_ENDPOINT if it is set.', isOurs: false },
  ],
];

/** What to do about it; undefined where the message says all there is to say. */
export function adviceOn({ code }: Pick<CloudError, 'code'>): Advice | undefined {
  return ADVICE.find(([pattern]) => pattern.test(code))?.[1];
}
