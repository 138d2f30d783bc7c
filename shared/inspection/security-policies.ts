import type { ResourceKind } from '../model/resource.ts';
import { isContent, textIn } from './content.ts';
import { contentOf, type Fields, membersOf, overlaid, requested } from './fields.ts';
import { answerOf, byAction, byId, gone, type Reader } from './reader.ts';
import { command, remedy, UNKNOWN } from './restore/command.ts';

/** Which TLS versions and ciphers listeners take: a policy of the account's own, which several may share. */
export function securityPolicyReader(about: {
  readonly product: 'alb' | 'nlb';
  readonly kind: ResourceKind;
  readonly list: string;
  /** How calls write the versions, and how answers do. */
  readonly versions: readonly [asked: string, answered: string];
}): Reader {
  const { product, kind, list, versions } = about;
  const [asked, answered] = versions;
  const FIELDS: Fields = { SecurityPolicyName: 'text', Ciphers: 'list', [asked]: 'list' };
  return {
    kind,
    aspect: 'configuration',
    effects: ['attribute-changed'],
    batch: 20,
    read: async (place, ids) => {
      const answer = await answerOf(
        place,
        product,
        list,
        { SecurityPolicyIds: ids, MaxResults: 100 },
        'SecurityPolicies',
      );
      return byId(ids, membersOf(answer['SecurityPolicies']), undefined, (policy) => [
        textIn(policy, 'SecurityPolicyId'),
        contentOf({ ...policy, [asked]: policy[answered] }, FIELDS),
      ]);
    },
    predict: byAction({
      DeleteSecurityPolicy: gone,
      UpdateSecurityPolicyAttribute: ({ params }, _, before) =>
        isContent(before) ? overlaid(before, requested(params, ['SecurityPolicyId'], FIELDS)) : undefined,
    }),
    restore: ({ id, region, present, wanted }) => {
      if (!isContent(wanted)) return UNKNOWN;
      if (present !== null) {
        return remedy([command(product, 'UpdateSecurityPolicyAttribute', region, { SecurityPolicyId: id, ...wanted })]);
      }
      return remedy(
        [command(product, 'CreateSecurityPolicy', region, wanted)],
        `The new policy gets another id than ${id}: set it on the listeners that used the old one.`,
      );
    },
  };
}
