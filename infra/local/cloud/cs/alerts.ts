import { textOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { clusterIn } from './find.ts';
import type { CsState } from './state.ts';
import { write } from './write.ts';

/** The alert centre of a cluster. No call reads its rules, so nothing is kept. */
export function alertOperations(cs: CsState): Readonly<Record<string, Operation>> {
  const change = (verb: string): Operation =>
    write(`POST /alert/[ClusterId]/alert_rule/${verb}`, (call) => changed(cs, call));
  return {
    StartAlert: change('start'),
    StopAlert: change('stop'),
    UpdateContactGroupForAlert: change('contact_groups'),
  };
}

function changed(cs: CsState, call: Call): Answer {
  clusterIn(cs, call);
  if (textOf(call.params, 'alert_rule_group_name') === undefined) {
    throw new ApiError(400, 'InvalidParameter', 'alert_rule_group_name must not be empty');
  }
  return { status: true, msg: '' };
}
