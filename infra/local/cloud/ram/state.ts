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

/** RAM of one account, by role name in lower case. */
export interface RamState {
  readonly roles: Map<string, RamRole>;
}

/** No roles. */
export function createRamState(): RamState {
  return { roles: new Map() };
}

/** A trust policy that lets these services assume the role, and nobody else. */
export function trustOfServices(...services: readonly string[]): string {
  return JSON.stringify({
    Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: services } }],
    Version: '1',
  });
}
