import type { Permission } from '../shared/cloud/permissions.ts';
import type { OperationTable } from '../shared/model/operation.ts';

/** One statement of a RAM policy. */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly string[];
  readonly Resource: string;
}

/** A RAM policy. */
export interface Policy {
  readonly Version: '1';
  readonly Statement: readonly Statement[];
}

/** RAM takes no custom policy beyond this. */
const MOST_CHARACTERS = 6_144;
/** Verbs that only look. */
const LOOKING = new Set(['Describe', 'List', 'Get', 'Lookup', 'Decode', 'Vpc']);

/**
 * The policy of ackwatch's own role: exactly the calls that the code makes, which only read (lists have no
 * resource-level control); and a denial of everything that writes, so that nobody widens the role by attaching a second
 * policy. Denied are the verbs of every call that the tables know, ignored ones included.
 */
export function ramPolicy(permissions: readonly Permission[], tables: readonly OperationTable[]): Policy {
  const reads = [...new Set(permissions.map(({ ramAction }) => ramAction))].toSorted();
  const policy: Policy = {
    Version: '1',
    Statement: [
      { Effect: 'Allow', Action: reads, Resource: '*' },
      { Effect: 'Deny', Action: denied(tables), Resource: '*' },
    ],
  };
  const size = JSON.stringify(policy).length;
  if (size > MOST_CHARACTERS) throw new Error(`Expected at most ${MOST_CHARACTERS} characters, got ${size}`);
  return policy;
}

function denied(tables: readonly OperationTable[]): readonly string[] {
  const names = tables.flatMap(({ actions, ignored }) => [...Object.keys(actions), ...ignored]);
  const patterns = names.map((name) => {
    const [verb = name] = /^(?:[A-Z][a-z](?=[A-Z]))?[A-Z][a-z]+/u.exec(name) ?? [];
    if (LOOKING.has(verb)) return [];
    // Not all that sends: what failed for good goes to a queue by `mns:SendMessage`.
    return verb === 'Send' ? [`*:${name}`] : [`*:${verb}*`];
  });
  return [...new Set(patterns.flat())].toSorted();
}
