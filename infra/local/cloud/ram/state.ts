/** A RAM role. Names are unique without regard to case. */
export interface RamRole {
  readonly roleName: string;
  readonly roleId: string;
  description: string;
  /** The trust policy, as JSON text. */
  assumeRolePolicyDocument: string;
  readonly createDate: Date;
  updateDate: Date;
  maxSessionDuration: number;
  readonly policies: Map<string, { readonly policyName: string; readonly policyType: 'System' | 'Custom' }>;
}

/** One version of a custom policy. */
export interface PolicyVersion {
  readonly versionId: string;
  readonly document: string;
}

/** A custom policy: the default version is in force. */
export interface RamPolicy {
  readonly policyName: string;
  readonly versions: PolicyVersion[];
  defaultVersion: string;
}

/** RAM of one account: roles by their name in lower case, custom policies by name. */
export interface RamState {
  readonly roles: Map<string, RamRole>;
  readonly policies: Map<string, RamPolicy>;
}

/** No roles. */
export function createRamState(): RamState {
  return { roles: new Map(), policies: new Map() };
}

/** A trust policy that lets these services assume the role, and nobody else. */
export function trustOfServices(...services: readonly string[]): string {
  return JSON.stringify({
    Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: services } }],
    Version: '1',
  });
}
