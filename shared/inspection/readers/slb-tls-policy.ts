import { isContent, textIn } from '../content.ts';
import { contentOf, type Fields, membersOf, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, byId, gone, type Reader } from '../reader.ts';
import { command, remedy, UNKNOWN } from '../restore/command.ts';

const FIELDS: Fields = { Name: 'text', TLSVersions: 'list', Ciphers: 'list' };

/** Which TLS versions and ciphers HTTPS listeners take: a policy of the account's own, which several may share. */
export const slbTlsPolicy: Reader = {
  kind: 'slb.tls-policy',
  aspect: 'configuration',
  effects: ['attribute-changed'],
  batch: 1,
  read: async (place, ids) => {
    const params = { TLSCipherPolicyId: ids[0], MaxItems: 10 };
    const { TLSCipherPolicies } = await answerOf(place, 'slb', 'ListTLSCipherPolicies', params, 'TLSCipherPolicies');
    return byId(ids, membersOf(TLSCipherPolicies), undefined, (policy) => [
      textIn(policy, 'InstanceId'),
      contentOf(policy, FIELDS),
    ]);
  },
  predict: byAction({
    DeleteTLSCipherPolicy: gone,
    SetTLSCipherPolicyAttribute: ({ params }, _, before) =>
      isContent(before) ? overlaid(before, requested(params, ['TLSCipherPolicyId'], FIELDS)) : undefined,
  }),
  restore: ({ id, region, present, wanted }) => {
    if (!isContent(wanted)) return UNKNOWN;
    if (present !== null) {
      return remedy([command('slb', 'SetTLSCipherPolicyAttribute', region, { TLSCipherPolicyId: id, ...wanted })]);
    }
    return remedy(
      [command('slb', 'CreateTLSCipherPolicy', region, wanted)],
      `The new policy gets another id than ${id}: set it on the listeners that used the old one.`,
    );
  },
};
