/** What a person may do on the page: look, or also act. */
export const REVIEW_ROLES = ['viewer', 'reviewer'] as const;
export type ReviewRole = (typeof REVIEW_ROLES)[number];

/** Somebody who is signed in. */
export interface Session {
  readonly name: string;
  readonly role: ReviewRole;
  /** How: `token` or the address of an OpenID provider. */
  readonly via: string;
  readonly expiresAt: Date;
}

/** A personal token as a list shows it: nobody can read the token itself again. */
export interface IssuedToken {
  readonly id: string;
  readonly name: string;
  readonly role: ReviewRole;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt?: Date | undefined;
  readonly usedAt?: Date | undefined;
}

/** Who may come in. Secrets arrive here as digests only; every time is the database's. */
export interface Access {
  readonly issueToken: (token: {
    readonly id: string;
    readonly digest: string;
    readonly name: string;
    readonly role: ReviewRole;
    readonly days: number;
  }) => Promise<void>;
  readonly issuedTokens: () => Promise<readonly IssuedToken[]>;
  /** Ends the token and every session that it opened; false when there is none of that id. */
  readonly revokeToken: (id: string) => Promise<boolean>;
  /** Whose valid token this is; notes that it was used. */
  readonly tokenOf: (digest: string) => Promise<Pick<IssuedToken, 'id' | 'name' | 'role'> | undefined>;

  readonly openSession: (session: {
    readonly digest: string;
    readonly name: string;
    readonly role: ReviewRole;
    readonly via: string;
    readonly minutes: number;
  }) => Promise<void>;
  readonly sessionOf: (digest: string) => Promise<Session | undefined>;
  readonly endSession: (digest: string) => Promise<void>;

  /** An attempt to sign in was refused. */
  readonly noteRefusal: (source: string) => Promise<void>;
  /** How many were from this source, during the last minutes. */
  readonly refusals: (source: string, minutes: number) => Promise<number>;
}
