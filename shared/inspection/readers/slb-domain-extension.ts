import { isContent } from '../content.ts';
import { contentOf, type Fields, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Reader } from '../reader.ts';
import { command, remedy, UNKNOWN } from '../restore/command.ts';

const FIELDS: Fields = { LoadBalancerId: 'text', ListenerPort: 'number', Domain: 'text', ServerCertificateId: 'text' };

/** An additional domain (扩展域名) of an HTTPS listener, with its certificate. */
export const slbDomainExtension: Reader = {
  kind: 'slb.domain-extension',
  aspect: 'configuration',
  effects: ['attribute-changed', 'created'],
  batch: 1,
  read: oneByOne(async (place, id) =>
    contentOf(
      await answerOf(
        place,
        'slb',
        'DescribeDomainExtensionAttribute',
        { DomainExtensionId: id },
        { DomainExtensionId: id },
      ),
      FIELDS,
    ),
  ),
  predict: byAction({
    DeleteDomainExtension: gone,
    CreateDomainExtension: ({ params }) => contentOf(params, FIELDS),
    SetDomainExtensionAttribute: ({ params }, _, before) =>
      isContent(before) ? overlaid(before, requested(params, ['DomainExtensionId'], FIELDS)) : undefined,
  }),
  restore: ({ id, region, present, wanted }) => {
    const own = { DomainExtensionId: id };
    if (wanted === null) return remedy([command('slb', 'DeleteDomainExtension', region, own)]);
    if (!isContent(wanted)) return UNKNOWN;
    if (present === null) return remedy([command('slb', 'CreateDomainExtension', region, wanted)]);
    const { ServerCertificateId } = wanted;
    return remedy([command('slb', 'SetDomainExtensionAttribute', region, { ...own, ServerCertificateId })]);
  },
};
