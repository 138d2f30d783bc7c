/** An identity provider: whose tokens RAM roles may trust. */
export interface OidcProvider {
  readonly OIDCProviderName: string;
  readonly IssuerUrl: string;
  readonly ClientIds: readonly string[];
  readonly Fingerprints: readonly string[];
  readonly IssuanceLimitTime: number;
  readonly Description: string;
  readonly CreateDate: string;
}

/** Identity management of one account: providers by name. */
export interface ImsState {
  readonly oidcProviders: Map<string, OidcProvider>;
}

export function createImsState(): ImsState {
  return { oidcProviders: new Map() };
}
