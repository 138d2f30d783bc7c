import type { Json } from '../model/change.ts';
import type { Effect } from '../model/operation.ts';
import { allAt, listOf } from '../model/params.ts';
import type { ResourceKind } from '../model/resource.ts';
import { isContent, textIn, textsIn } from './content.ts';
import { membersOf } from './fields.ts';
import { answerOf, byAction, oneByOne, type Predict, type Reader } from './reader.ts';
import { command, inPieces, remedy } from './restore/command.ts';

/** How many certificates one call takes. */
const AT_ONCE = 15;

/** How one product names the certificates that a listener has besides its own. */
export interface AdditionalCertificates {
  readonly product: 'alb' | 'nlb';
  readonly kind: ResourceKind;
  readonly effects: readonly Effect[];
  /** Protocols of listeners that have certificates at all. */
  readonly protocols: readonly string[];
  readonly add: string;
  readonly remove: string;
  /** The ids as parameters. */
  readonly asParams: (ids: readonly string[]) => object;
}

/** The certificates of further domains that an encrypted listener offers. */
export function certificatesReader(about: AdditionalCertificates): Reader {
  const { product, kind, effects, protocols, add, remove, asParams } = about;
  return {
    kind,
    aspect: 'certificates',
    effects,
    batch: 1,
    onlyIf: (configuration) => protocols.includes(textIn(configuration, 'ListenerProtocol') ?? ''),
    read: oneByOne(async (place, id) => {
      const params = { ListenerId: id, MaxResults: 100 };
      const answer = await answerOf(place, product, 'ListListenerCertificates', params, 'Certificates');
      const extra = membersOf(answer['Certificates']).filter(({ IsDefault }) => IsDefault !== true);
      return { CertificateIds: extra.flatMap((one) => textIn(one, 'CertificateId') ?? []).toSorted() };
    }),
    predict: (event, id, before) => {
      const known = byAction({
        [add]: changed((had, named) => [...new Set([...had, ...named])]),
        [remove]: changed((had, named) => had.filter((one) => !named.includes(one))),
      })(event, id, before);
      // Any other call leaves them alone.
      return known ?? ([add, remove].includes(event.action) ? undefined : before);
    },
    restore: ({ id, region, present, wanted }) => {
      const [now, then] = [textsIn(present, 'CertificateIds'), textsIn(wanted, 'CertificateIds')];
      const each = (action: string, ids: readonly string[]): readonly string[] =>
        inPieces(ids, AT_ONCE).map((piece) => command(product, action, region, { ListenerId: id, ...asParams(piece) }));
      return remedy([
        ...each(
          add,
          then.filter((one) => !now.includes(one)),
        ),
        ...each(
          remove,
          now.filter((one) => !then.includes(one)),
        ),
      ]);
    },
  };
}

function changed(change: (had: readonly string[], named: readonly string[]) => readonly string[]): Predict {
  return ({ params }, _, before): Json | undefined => {
    const named = [...listOf(params, 'AdditionalCertificateIds'), ...allAt(params, 'Certificates.CertificateId')];
    if (!isContent(before) || named.length === 0) return undefined;
    return { CertificateIds: change(textsIn(before, 'CertificateIds'), named).toSorted() };
  };
}
