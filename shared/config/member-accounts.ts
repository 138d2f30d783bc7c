import type { MemberAccount } from '../cloud/accounts.ts';

/** What a role is called that `infra/ros/member.json` made. */
export const READER = 'ackwatch-reader';

/** Ids are kept as text: they have sixteen digits, and a JavaScript number keeps fifteen of them for sure. */
export function isAccountId(text: string): boolean {
  return /^\d{16}$/u.test(text);
}

/** The name alone, as RAM takes it. */
export function isRoleName(text: string): boolean {
  return /^[\w.-]{1,64}$/u.test(text);
}

/** `1000000000000002,1000000000000003=reader`: each account, and its role where that has another name. */
export function memberAccountsIn(text: string): readonly MemberAccount[] {
  const parts = text.split(',').map((part) => part.trim());
  return parts.filter(Boolean).map((part) => {
    const [id = '', role = READER] = part.split('=').map((side) => side.trim());
    return { id, role };
  });
}

/** What is wrong with them, as what was expected; undefined when they will do. */
export function accountsProblem(accounts: readonly MemberAccount[]): string | undefined {
  if (!accounts.every(({ id }) => isAccountId(id))) return 'Expected account ids of 16 digits, separated by commas';
  if (!accounts.every(({ role }) => isRoleName(role))) {
    return 'Expected the name of a role behind `=`, such as ackwatch-reader: letters, digits, dots and hyphens, at most 64';
  }
  return new Set(accounts.map(({ id }) => id)).size === accounts.length ? undefined : 'Expected each account once';
}
