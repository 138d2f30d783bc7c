import { listOf } from '../../../shared/model/params.ts';
import type { Operation } from './api.ts';

/**
 * The resources that a record names: ActionTrail's type → parameters in which the ids stand (`InstanceId`, also as a
 * list), or members of the answer (`answer.InstanceId`) for what the call creates.
 */
export function references(named: Readonly<Record<string, readonly string[]>>): NonNullable<Operation['references']> {
  return ({ params }, answer) => {
    const found = Object.entries(named).map(([type, names]): [string, readonly string[]] => [
      type,
      names.flatMap((name) => (name.startsWith('answer.') ? listOf(answer, name.slice(7)) : listOf(params, name))),
    ]);
    return Object.fromEntries(found.filter(([, ids]) => ids.length > 0));
  };
}
