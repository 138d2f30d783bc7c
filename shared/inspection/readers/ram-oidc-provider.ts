import { listOf, textOf } from '../../model/params.ts';
import { isContent, textsIn } from '../content.ts';
import { contentOf, type Fields, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Predict, type Reader } from '../reader.ts';
import { restoreOidcProvider } from '../restore/oidc-provider.ts';

const FIELDS: Fields = {
  IssuerUrl: 'text',
  ClientIds: 'list',
  Fingerprints: 'list',
  IssuanceLimitTime: 'number',
  Description: 'text',
};

/** The identity provider of RRSA: whose tokens RAM takes for a service account's, and for whom they are made out. */
export const ramOidcProvider: Reader = {
  kind: 'ram.oidc-provider',
  aspect: 'configuration',
  effects: ['deleted', 'trust-changed'],
  batch: 1,
  read: oneByOne(async (place, OIDCProviderName) => {
    const demanded = { 'OIDCProvider.OIDCProviderName': OIDCProviderName };
    const { OIDCProvider: provider } = await answerOf(place, 'ims', 'GetOIDCProvider', { OIDCProviderName }, demanded);
    return contentOf(isContent(provider) ? provider : {}, FIELDS);
  }),
  predict: byAction({
    DeleteOIDCProvider: gone,
    UpdateOIDCProvider: ({ params }, _, before) =>
      isContent(before)
        ? overlaid(before, requested(params, ['OIDCProviderName'], FIELDS, { NewDescription: 'Description' }))
        : undefined,
    AddClientIdToOIDCProvider: changed('ClientIds', 'ClientId', (had, one) => [...new Set([...had, one])]),
    RemoveClientIdFromOIDCProvider: changed('ClientIds', 'ClientId', without),
    AddFingerprintToOIDCProvider: changed('Fingerprints', 'Fingerprint', (had, one) => [...new Set([...had, one])]),
    RemoveFingerprintFromOIDCProvider: changed('Fingerprints', 'Fingerprint', without),
  }),
  // The call says which one; the others are as they are.
  recall: ({ action, params }, _, after) => {
    const [list, parameter] = /ClientId/u.test(action) ? ['ClientIds', 'ClientId'] : ['Fingerprints', 'Fingerprint'];
    const one = textOf(params, parameter);
    if (!isContent(after) || one === undefined) return undefined;
    const others = without(textsIn(after, list), one);
    if (action.startsWith('Add')) return { ...after, [list]: others };
    return action.startsWith('Remove') ? { ...after, [list]: [...others, one].toSorted() } : undefined;
  },
  restore: restoreOidcProvider,
};

function changed(
  list: string,
  parameter: string,
  change: (had: readonly string[], one: string) => readonly string[],
): Predict {
  return ({ params }, _, before) => {
    const [one] = listOf(params, parameter);
    if (!isContent(before) || one === undefined) return undefined;
    return { ...before, [list]: change(textsIn(before, list), one).toSorted() };
  };
}

function without(had: readonly string[], one: string): readonly string[] {
  return had.filter((other) => other !== one);
}
