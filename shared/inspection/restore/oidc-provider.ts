import type { Json } from '../../model/change.ts';
import type { Params } from '../../model/params.ts';
import { isContent, textsIn } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { remedy, UNKNOWN } from './command.ts';
import { differing } from './differing.ts';
import { quote } from './quote.ts';

/** Puts an identity provider back as it was; made again it has the name that roles trust. */
export function restoreOidcProvider({ id, present, wanted }: Undo): Remedy {
  if (!isContent(wanted)) return UNKNOWN;
  const call = (action: string, params: Params): string => command(action, { OIDCProviderName: id, ...params });
  if (present === null) return remedy([call('CreateOIDCProvider', wanted)]);
  const { Description, IssuanceLimitTime, ClientIds, IssuerUrl } = differing(present, wanted);
  if (IssuerUrl !== undefined) return UNKNOWN;
  const isUpdated = [Description, IssuanceLimitTime, ClientIds].some((value) => value !== undefined);
  const update = { ClientIds, IssuanceLimitTime, NewDescription: Description };
  const [had, has] = [textsIn(wanted, 'Fingerprints'), textsIn(present, 'Fingerprints')];
  return remedy([
    ...(isUpdated ? [call('UpdateOIDCProvider', update)] : []),
    // Added first: one has to stay.
    ...had
      .filter((one) => !has.includes(one))
      .map((Fingerprint) => call('AddFingerprintToOIDCProvider', { Fingerprint })),
    ...has
      .filter((one) => !had.includes(one))
      .map((Fingerprint) => call('RemoveFingerprintFromOIDCProvider', { Fingerprint })),
  ]);
}

/** IMS is the same in every region, and takes lists in one text. */
function command(action: string, params: Params): string {
  const flags = Object.entries(params).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, quote(textFrom(value as Json))],
  );
  return ['aliyun', 'ims', action, ...flags].join(' ');
}

function textFrom(value: Json): string {
  if (Array.isArray(value)) return value.map(String).join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
