import type { ReviewRole } from '../../store/review-access.ts';
import type { ReviewSettings } from '../settings.ts';

/** What a provider says of somebody, as far as it is read. */
export type Claims = Readonly<Record<string, unknown>>;

/** Who somebody is by a provider's word, and what they may do; nothing when they are on no list. */
export function allowed(
  claims: Claims,
  { reviewers, viewers }: Pick<ReviewSettings, 'reviewers' | 'viewers'>,
): { readonly name: string; readonly role: ReviewRole | undefined } {
  const names = namesOf(claims);
  const isOn = (list: readonly string[]) =>
    list.some((entry) => names.some((name) => (entry.startsWith('@') ? name.endsWith(entry) : name === entry)));
  const role = isOn(reviewers) ? 'reviewer' : isOn(viewers) ? 'viewer' : undefined;
  return { name: names[0] ?? '', role };
}

/**
 * What somebody is known by, the most telling first: a verified address, a RAM principal (`alice@acme.onaliyun.com`),
 * the subject. Names that people choose for themselves do not count.
 */
function namesOf(claims: Claims): readonly string[] {
  const text = (name: string) => {
    const value = claims[name];
    return typeof value === 'string' && value !== '' ? [value.toLowerCase()] : [];
  };
  return [...(claims['email_verified'] === true ? text('email') : []), ...text('upn'), ...text('sub')];
}
