/** A problem of a member account, in a report on all accounts. */
export function inMember(accountId: string, problem: string): string {
  return `account ${accountId}: ${problem}`;
}

/** Those of one account among the problems of all; `memberIds`: every account but the own one. */
export function problemsOf(
  accountId: string,
  problems: readonly string[],
  memberIds: readonly string[],
): readonly string[] {
  const isOf = (id: string, problem: string): boolean => problem.startsWith(inMember(id, ''));
  return memberIds.includes(accountId)
    ? problems.filter((problem) => isOf(accountId, problem))
    : problems.filter((problem) => !memberIds.some((id) => isOf(id, problem)));
}
