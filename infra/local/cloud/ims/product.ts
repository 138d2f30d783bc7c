import { listOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation, type Product } from '../api.ts';
import { integer, mandatory, text } from '../parameters.ts';
import { toSecond } from '../times.ts';
import type { ImsState, OidcProvider } from './state.ts';

const FEWEST = { ClientIds: 'client ID', Fingerprints: 'fingerprint' } as const;

/** IMS 2019-08-15, as far as identity providers go. RAM asks its permissions in its own name. */
export function imsProduct(ims: ImsState): Product {
  const write = (required: readonly string[], run: (call: Call) => Answer): Operation => ({
    rw: 'Write',
    required: ['OIDCProviderName', ...required],
    run,
  });
  const change = (required: readonly string[], changed: (old: OidcProvider, call: Call) => OidcProvider): Operation =>
    write(required, (call) => {
      const provider = changed(providerIn(ims, call), call);
      ims.oidcProviders.set(provider.OIDCProviderName, provider);
      return { OIDCProvider: answer(provider, call) };
    });
  const operations: Readonly<Record<string, Operation>> = {
    GetOIDCProvider: {
      rw: 'Read',
      required: ['OIDCProviderName'],
      run: (call) => ({ OIDCProvider: answer(providerIn(ims, call), call) }),
    },
    CreateOIDCProvider: write(['IssuerUrl', 'Fingerprints'], (call) => create(ims, call)),
    UpdateOIDCProvider: change([], (old, { params }) => ({
      ...old,
      ClientIds: text(params, 'ClientIds') === undefined ? old.ClientIds : listOf(params, 'ClientIds'),
      IssuanceLimitTime: integer(params, 'IssuanceLimitTime') ?? old.IssuanceLimitTime,
      Description: text(params, 'NewDescription') ?? old.Description,
    })),
    DeleteOIDCProvider: write([], (call) => {
      ims.oidcProviders.delete(providerIn(ims, call).OIDCProviderName);
      return {};
    }),
    AddClientIdToOIDCProvider: change(['ClientId'], added('ClientIds', 'ClientId')),
    RemoveClientIdFromOIDCProvider: change(['ClientId'], removed('ClientIds', 'ClientId')),
    AddFingerprintToOIDCProvider: change(['Fingerprint'], added('Fingerprints', 'Fingerprint')),
    RemoveFingerprintFromOIDCProvider: change(['Fingerprint'], removed('Fingerprints', 'Fingerprint')),
  };
  const named = Object.entries(operations).map(([action, operation]): [string, Operation] => [
    action,
    { ...operation, ramActions: [`ram:${action}`] },
  ]);
  return {
    serviceName: 'Ims',
    product: 'ims',
    versions: ['2019-08-15'],
    style: 'RPC',
    callsPerSecond: 20,
    operations: Object.fromEntries(named),
  };
}

function providerIn(ims: ImsState, { params }: Call): OidcProvider {
  const found = ims.oidcProviders.get(mandatory(params, 'OIDCProviderName'));
  if (found !== undefined) return found;
  throw new ApiError(404, 'EntityNotExist.OIDCProvider', 'The OIDC provider does not exist.');
}

function create(ims: ImsState, call: Call): Answer {
  const { params, now } = call;
  const OIDCProviderName = mandatory(params, 'OIDCProviderName');
  if (ims.oidcProviders.has(OIDCProviderName)) {
    throw new ApiError(409, 'EntityAlreadyExists.OIDCProvider', 'The OIDC provider already exists.');
  }
  const made: OidcProvider = {
    OIDCProviderName,
    IssuerUrl: mandatory(params, 'IssuerUrl'),
    ClientIds: listOf(params, 'ClientIds'),
    Fingerprints: listOf(params, 'Fingerprints'),
    IssuanceLimitTime: integer(params, 'IssuanceLimitTime') ?? 12,
    Description: text(params, 'Description') ?? '',
    CreateDate: toSecond(now),
  };
  ims.oidcProviders.set(OIDCProviderName, made);
  return { OIDCProvider: answer(made, call) };
}

function added(list: keyof typeof FEWEST, parameter: string) {
  return (old: OidcProvider, { params }: Call): OidcProvider => ({
    ...old,
    [list]: [...new Set([...old[list], mandatory(params, parameter)])],
  });
}

function removed(list: keyof typeof FEWEST, parameter: string) {
  return (old: OidcProvider, { params }: Call): OidcProvider => {
    const left = old[list].filter((one) => one !== mandatory(params, parameter));
    if (left.length > 0) return { ...old, [list]: left };
    throw new ApiError(400, 'InvalidParameter', `An OIDC provider needs a ${FEWEST[list]}.`);
  };
}

function answer({ ClientIds, Fingerprints, ...provider }: OidcProvider, { caller }: Call): Answer {
  return {
    ...provider,
    ClientIds: ClientIds.join(','),
    Fingerprints: Fingerprints.join(','),
    Arn: `acs:ram::${caller.accountId}:oidc-provider/${provider.OIDCProviderName}`,
  };
}
