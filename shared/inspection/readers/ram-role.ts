import type { Json } from '../../model/change.ts';
import { textOf } from '../../model/params.ts';
import { type Content, isContent, textIn, textsIn } from '../content.ts';
import { contentOf, membersOf } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Predict, type Reader } from '../reader.ts';
import { documentIn, documentOf, restoreRole } from '../restore/ram.ts';

/** Services that may take on a role of ACK, and nobody else. */
const SERVICES = new Set(['cs.aliyuncs.com', 'oos.aliyuncs.com', 'ess.aliyuncs.com', 'eci.aliyuncs.com']);

/** A RAM role: who may take it on, and the policies that say what it may do. */
export const ramRole: Reader = {
  kind: 'ram.role',
  aspect: 'configuration',
  effects: ['trust-changed', 'permission-changed', 'permission-granted', 'permission-removed'],
  batch: 1,
  read: oneByOne(async (place, RoleName) => {
    const [{ Role: role }, { Policies: attached }] = await Promise.all([
      answerOf(place, 'ram', 'GetRole', { RoleName }, { 'Role.RoleName': RoleName }),
      answerOf(place, 'ram', 'ListPoliciesForRole', { RoleName }, 'Policies'),
    ]);
    const said = isContent(role) ? role : {};
    const policies = membersOf(attached).map((one) => `${textIn(one, 'PolicyType')}/${textIn(one, 'PolicyName')}`);
    return {
      ...contentOf(said, { MaxSessionDuration: 'number', Description: 'text' }),
      AssumeRolePolicyDocument: documentOf(textIn(said, 'AssumeRolePolicyDocument')),
      Policies: policies.toSorted(),
    };
  }),
  predict: byAction({
    DeleteRole: gone,
    UpdateRole: ({ params }, _, before) => {
      const trust = documentIn(params, 'NewAssumeRolePolicyDocument');
      const duration = textOf(params, 'NewMaxSessionDuration');
      const description = textOf(params, 'NewDescription');
      if (!isContent(before)) return undefined;
      return {
        ...before,
        ...(trust === undefined ? {} : { AssumeRolePolicyDocument: trust }),
        ...(duration === undefined ? {} : { MaxSessionDuration: Number(duration) }),
        ...(description === undefined ? {} : { Description: description }),
      };
    },
    AttachPolicyToRole: policies((had, one) => [...had.filter((other) => other !== one), one]),
    DetachPolicyFromRole: policies((had, one) => had.filter((other) => other !== one)),
  }),
  recall: ({ action, params }, _, after) => {
    const one = `${textOf(params, 'PolicyType')}/${textOf(params, 'PolicyName')}`;
    if (!isContent(after)) return undefined;
    const others = textsIn(after, 'Policies').filter((other) => other !== one);
    if (action.toLowerCase() === 'attachpolicytorole') return { ...after, Policies: others };
    return action.toLowerCase() === 'detachpolicyfromrole'
      ? { ...after, Policies: [...others, one].toSorted() }
      : undefined;
  },
  demand: ({ id }, content) => {
    const isOfAck = /^aliyunc(?:s\w+|isdefault)role$/u.test(id);
    if (!isOfAck || !isContent(content) || isForServices(content['AssumeRolePolicyDocument'])) return content;
    return { ...content, AssumeRolePolicyDocument: OF_ACK };
  },
  restore: restoreRole,
};

const OF_ACK: Content = {
  Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: ['cs.aliyuncs.com'] } }],
  Version: '1',
};

function isForServices(document: Json | undefined): boolean {
  const statements = membersOf(isContent(document) ? document['Statement'] : undefined);
  return statements.every(({ Effect, Principal }) => {
    if (Effect !== 'Allow' || !isContent(Principal)) return Effect === 'Deny';
    const names = Object.entries(Principal).flatMap(([kind, given]) => [kind, ...textsIn({ given }, 'given')]);
    return names.every((name) => name === 'Service' || SERVICES.has(name));
  });
}

function policies(change: (had: readonly string[], one: string) => readonly string[]): Predict {
  return ({ params }, _, before) => {
    const one = `${textOf(params, 'PolicyType')}/${textOf(params, 'PolicyName')}`;
    return isContent(before) ? { ...before, Policies: change(textsIn(before, 'Policies'), one).toSorted() } : undefined;
  };
}
