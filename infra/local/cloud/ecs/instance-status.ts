import { listOf, type Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { flag, oneOf } from '../parameters.ts';
import { references } from '../references.ts';
import { instanceIn, refuseDryRun } from './find.ts';
import { becoming, SECONDS } from './lifecycle.ts';
import { chargeTypeViolation } from './renewal.ts';
import type { EcsState } from './state.ts';
import type { Instance } from './machines.ts';

/** One change of status: from which it may start, and what the instance becomes. */
type Turn = (instance: Instance, call: Call) => Instance;

const start: Turn = (instance, { now }) => {
  if (instance.Status !== 'Stopped') throw wrongStatus();
  return { ...instance, Status: 'Starting', ...becoming<Instance['Status']>(now, SECONDS.start, 'Running') };
};

const stop: Turn = (instance, { params, now }) => {
  if (instance.Status !== 'Running') throw wrongStatus();
  const StoppedMode = oneOf('StopCharging', 'KeepCharging')(params, 'StoppedMode') ?? 'KeepCharging';
  const turned = { ...instance, Status: 'Stopping', StoppedMode } as const;
  return { ...turned, ...becoming<Instance['Status']>(now, SECONDS.stop, 'Stopped') };
};

const reboot: Turn = (instance, { now }) => {
  if (instance.Status !== 'Running') throw wrongStatus();
  return { ...instance, Status: 'Starting', ...becoming<Instance['Status']>(now, SECONDS.start, 'Running') };
};

/** Onto another host: stopped for it only where that is allowed. */
const redeploy: Turn = (instance, call) => {
  const isAllowed = instance.Status === 'Stopped' || flag(call.params, 'ForceStop') === true;
  if (!isAllowed) throw wrongStatus();
  return { ...instance, Status: 'Starting', ...becoming<Instance['Status']>(call.now, SECONDS.start, 'Running') };
};

/** Starting, stopping, rebooting and releasing instances, one by one and many at once. */
export function instanceStatusOperations(state: EcsState): Readonly<Record<string, Operation>> {
  const turns = { Start: start, Stop: stop, Reboot: reboot };
  const turning = Object.entries(turns).flatMap(([verb, turn]): [string, Operation][] => [
    [`${verb}Instance`, write((call) => void change(state, call, turn))],
    [`${verb}Instances`, write((call) => change(state, call, turn))],
  ]);
  return {
    ...Object.fromEntries(turning),
    RedeployInstance: write((call) => void change(state, call, redeploy)),
    SendDiagnosticInterrupt: write((call) => void change(state, call, reboot)),
    DeleteInstance: write((call) => void change(state, call, leave)),
    DeleteInstances: write((call) => void change(state, call, leave)),
  };
}

/** A running instance goes only by force, a protected one not at all, one that is paid for only when that is said. */
function leave(instance: Instance, { params, now }: Call): Instance {
  if (instance.DeletionProtection) {
    const message = 'The operation is not allowed due to deletion protection.';
    throw new ApiError(403, 'InvalidOperation.DeletionProtection', message);
  }
  const isPaid = instance.InstanceChargeType === 'PrePaid' && new Date(instance.ExpiredTime) > now;
  if (isPaid && flag(params, 'TerminateSubscription') !== true) throw chargeTypeViolation();
  const isForced = flag(params, 'Force') === true || flag(params, 'ForceStop') === true;
  if (instance.Status !== 'Stopped' && !isForced) throw wrongStatus();
  return { ...instance, Status: 'Stopping', ...becoming<Instance['Status']>(now, SECONDS.release, 'gone') };
}

/** All or none: every instance is checked before the first one turns. */
function change(state: EcsState, call: Call, turn: Turn): Answer {
  const turned = idsIn(call.params).map((id) => {
    const before = instanceIn(state, id, call.region);
    return [before, turn(before, call)] as const;
  });
  refuseDryRun(call.params);
  for (const [, after] of turned) state.instances.set(after.InstanceId, after);
  const InstanceResponse = turned.map(([before, after]) => ({
    InstanceId: after.InstanceId,
    Code: '200',
    Message: 'success',
    PreviousStatus: before.Status,
    CurrentStatus: after.Status,
  }));
  return { InstanceResponses: { InstanceResponse } };
}

function write(run: (call: Call) => Answer | undefined | void): Operation {
  return {
    rw: 'Write',
    required: ['InstanceId'],
    run: (call) => run(call) ?? {},
    references: references({ 'ACS::ECS::Instance': ['InstanceId'] }),
  };
}

function idsIn(params: Params): readonly string[] {
  return listOf(params, 'InstanceId');
}

export function wrongStatus(): ApiError {
  const message = 'The current status of the resource does not support this operation.';
  return new ApiError(403, 'IncorrectInstanceStatus', message);
}
