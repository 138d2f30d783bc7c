import { listOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { badParameter, flag, integer, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { later, toMinute } from '../times.ts';
import { FOREVER } from './defaults.ts';
import { instanceIn, namedInstance, refuseDryRun } from './find.ts';
import type { EcsState } from './state.ts';
import type { Instance } from './machines.ts';

const HALF_AN_HOUR = 1800;
const DAYS: Readonly<Record<Instance['Renewal']['PeriodUnit'], number>> = { Week: 7, Month: 30, Year: 365 };

/** How long an instance lasts: its release time, its renewal, how it is paid. */
export function renewalOperations(state: EcsState): Readonly<Record<string, Operation>> {
  const write = (name: string, run: (call: Call) => Answer): Operation => ({
    rw: 'Write',
    required: [name],
    run,
    references: references({ 'ACS::ECS::Instance': [name] }),
  });
  return {
    ModifyInstanceAutoReleaseTime: write('InstanceId', (call) => setReleaseTime(state, call)),
    SetInstanceAutoReleaseTime: write('InstanceId', (call) => setReleaseTime(state, call)),
    ModifyInstanceAutoRenewAttribute: write('InstanceId', (call) => setRenewal(state, call)),
    ModifyInstanceChargeType: write('InstanceIds', (call) => setChargeType(state, call)),
  };
}

/** Only what is paid in advance can be renewed. */
export function onlyPrePaid(instance: Instance): Instance {
  if (instance.InstanceChargeType === 'PrePaid') return instance;
  throw chargeTypeViolation();
}

export function chargeTypeViolation(): ApiError {
  const message = 'The operation is not permitted due to charge type of the instance.';
  return new ApiError(403, 'ChargeTypeViolation', message);
}

/** Without a time the release is called off. */
function setReleaseTime(state: EcsState, call: Call): Answer {
  const instance = namedInstance(state, call);
  if (instance.InstanceChargeType !== 'PostPaid') throw chargeTypeViolation();
  const asked = text(call.params, 'AutoReleaseTime');
  const time = asked === undefined ? undefined : new Date(asked);
  if (time !== undefined && !(time.getTime() >= later(call.now, HALF_AN_HOUR).getTime())) {
    const message = 'The specified AutoReleaseTime is out of the permitted range.';
    throw new ApiError(400, 'InvalidAutoReleaseTime.Malformed', message);
  }
  state.instances.set(instance.InstanceId, { ...instance, AutoReleaseTime: time === undefined ? '' : toMinute(time) });
  return {};
}

function setRenewal(state: EcsState, { params, region }: Call): Answer {
  const instances = listOf(params, 'InstanceId').map((id) => onlyPrePaid(instanceIn(state, id, region)));
  const isAuto = flag(params, 'AutoRenew');
  const said = oneOf('AutoRenewal', 'Normal', 'NotRenewal')(params, 'RenewalStatus');
  const fromFlag = isAuto === undefined ? undefined : isAuto ? 'AutoRenewal' : 'Normal';
  for (const instance of instances) {
    const Renewal = {
      RenewalStatus: said ?? fromFlag ?? instance.Renewal.RenewalStatus,
      Duration: integer(params, 'Duration') ?? instance.Renewal.Duration,
      PeriodUnit: oneOf('Week', 'Month', 'Year')(params, 'PeriodUnit') ?? instance.Renewal.PeriodUnit,
    };
    state.instances.set(instance.InstanceId, { ...instance, Renewal });
  }
  return {};
}

function setChargeType(state: EcsState, { params, region, now }: Call): Answer {
  const instances = listOf(params, 'InstanceIds').map((id) => instanceIn(state, id, region));
  const InstanceChargeType = oneOf('PrePaid', 'PostPaid')(params, 'InstanceChargeType') ?? 'PrePaid';
  const period = integer(params, 'Period') ?? 1;
  if (period < 1) throw badParameter('Period');
  refuseDryRun(params);
  const days = DAYS[oneOf('Week', 'Month', 'Year')(params, 'PeriodUnit') ?? 'Month'] * period;
  const ExpiredTime = InstanceChargeType === 'PostPaid' ? FOREVER : toMinute(later(now, days * 86_400));
  for (const instance of instances) {
    state.instances.set(instance.InstanceId, { ...instance, InstanceChargeType, ExpiredTime });
  }
  const FeeOfInstance = instances.map(({ InstanceId }) => ({ InstanceId, Currency: 'CNY', Fee: '0' }));
  return { OrderId: String(now.getTime()), FeeOfInstances: { FeeOfInstance } };
}
