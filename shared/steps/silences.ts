import type { Ownership } from '../inventory/ownership.ts';
import type { Standing } from '../model/actor.ts';
import type { Disregarded, Owned } from './steps.ts';

/** ACK and the echoes of an earlier call are silent; everybody else, the platform included, is judged. */
export function isQuiet(standing: Standing): boolean {
  return standing === 'ack' || standing === 'echo';
}

/** Why a quiet actor is. */
export function quiet(standing: Standing, name: string): Disregarded {
  return standing === 'echo'
    ? { reason: 'echo', why: `${name} carries out an earlier call; its author is the one to judge` }
    : { reason: 'ack-itself', why: `${name} is ACK's role, and only ACK's own may take it on` };
}

/** Why a role's deed waits. */
export function held(name: string): Disregarded {
  return { reason: 'unverified', why: `Nobody could say whether ${name} is ACK's role; it is asked again` };
}

/** Why nobody is to be told of resources that no cluster owns, or of which nobody can say. */
export function unowned(answers: readonly Ownership[]): Disregarded {
  if (answers.length === 0) return { reason: 'not-risky', why: 'Somebody created something; no cluster had it yet' };
  const ids = answers.map(({ ref }) => ref.id);
  const named = ids.slice(0, 3).join(', ') + (ids.length > 3 ? ` and ${ids.length - 3} more` : '');
  const unknown = answers.find(({ state }) => state === 'unknown');
  if (unknown) return { reason: 'ownership-unknown', why: `Owner of ${named}: ${unknown.why}` };
  return { reason: 'not-owned', why: `No cluster owns ${named}` };
}

/** What is known of the deeds of an account whose inventory is not collected here: nothing, and that is no reason to call them safe. */
export function unwatched(accountId: string): Owned {
  const account = accountId || '(unnamed)';
  const why = `The clusters of account ${account} are not watched from here: make the role of infra/ros/member.json there and name the account in ACKWATCH_ACCOUNTS`;
  return { parts: [], owned: [], gone: [], touchedByAck: [], silence: { reason: 'ownership-unknown', why } };
}

/** What nobody could say of a member account says why as well, where its role let nobody in. */
export function unread(owned: Owned, refusal: string | undefined): Owned {
  const { silence } = owned;
  if (refusal === undefined || silence.reason !== 'ownership-unknown') return owned;
  return { ...owned, silence: { ...silence, why: `${silence.why}; the account cannot be read: ${refusal}` } };
}

/** Why a call that aims at instances without naming them is not judged. */
export function unaimed(problem?: string): Disregarded {
  return problem === undefined
    ? { reason: 'not-owned', why: 'The call aims at no instance that exists' }
    : { reason: 'ownership-unknown', why: `Which instances the call aims at: ${problem}` };
}
