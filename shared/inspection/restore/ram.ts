import { flatten } from '../../cloud/query.ts';
import type { Json } from '../../model/change.ts';
import { valueOf, type Params } from '../../model/params.ts';
import { type Content, isContent, textIn, textsIn } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { remedy, UNKNOWN } from './command.ts';
import { differing } from './differing.ts';
import { quote } from './quote.ts';

/** Puts a role back: who may take it on first, then what it may do. A deleted one is made anew under its name. */
export function restoreRole({ id, present, wanted }: Undo): Remedy {
  if (!isContent(wanted)) return UNKNOWN;
  const call = (action: string, params: Params): string => ram(action, { RoleName: id, ...params });
  const base = present === null ? { Policies: [] } : present;
  const { AssumeRolePolicyDocument: trust, MaxSessionDuration, Description } = differing(base, wanted);
  const settings = { MaxSessionDuration, Description };
  const changed = Object.values({ trust, ...settings }).some((value) => value !== undefined);
  const document = trust === undefined ? undefined : JSON.stringify(trust);
  const first =
    present === null
      ? [call('CreateRole', { AssumeRolePolicyDocument: document, ...settings })]
      : changed
        ? [call('UpdateRole', { NewAssumeRolePolicyDocument: document, ...renamed(settings) })]
        : [];
  const [now, then] = [textsIn(base, 'Policies'), textsIn(wanted, 'Policies')];
  return remedy([
    ...first,
    ...then.filter((one) => !now.includes(one)).map((one) => call('AttachPolicyToRole', named(one))),
    ...now.filter((one) => !then.includes(one)).map((one) => call('DetachPolicyFromRole', named(one))),
  ]);
}

/** Puts the earlier version of a policy in force again; a deleted one is made anew with what it said. */
export function restorePolicy({ id, present, wanted }: Undo): Remedy {
  if (!isContent(wanted)) return UNKNOWN;
  const version = textIn(wanted, 'DefaultVersion');
  if (present !== null && version === undefined) return UNKNOWN;
  return present === null
    ? remedy(
        [ram('CreatePolicy', { PolicyName: id, PolicyDocument: JSON.stringify(wanted['PolicyDocument']) })],
        'Attach it again to the roles that had it.',
      )
    : remedy([ram('SetDefaultPolicyVersion', { PolicyName: id, VersionId: version })]);
}

function renamed(settings: Readonly<Record<string, Json | undefined>>): Params {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [`New${name}`, value]));
}

/** `Custom/name` as a call names it. */
function named(policy: string): Params {
  const [PolicyType, ...name] = policy.split('/');
  return { PolicyType, PolicyName: name.join('/') };
}

/** RAM is the same in every region: its calls know none. */
function ram(action: string, params: Params): string {
  const flags = Object.entries(flatten(params)).flatMap(([name, value]) => [`--${name}`, quote(value)]);
  return ['aliyun', 'ram', action, ...flags].join(' ');
}

/** The policy document that a call sends; undefined where it sends none. */
export function documentIn(params: Params, name: string): Json | undefined {
  const given = valueOf(params, name);
  if (isContent(given)) return given;
  return typeof given === 'string' ? documentOf(given) : undefined;
}

/** A policy document as JSON, however it was written; what is none stays text. */
export function documentOf(text: string | undefined): Json {
  if (text === undefined) return null;
  try {
    const json = /^\s*\{/u.test(text) ? text : decodeURIComponent(text);
    return JSON.parse(json) as Content;
  } catch {
    return text;
  }
}
