import type { Json } from '../../model/change.ts';
import { textOf } from '../../model/params.ts';
import { isContent } from '../content.ts';
import { contentOf, type Fields, membersOf } from '../fields.ts';
import { answerOf, byAction, type Predict, type Reader } from '../reader.ts';
import { command, remedy, UNKNOWN } from '../restore/command.ts';

const FIELDS: Fields = { RenewalStatus: 'text', Duration: 'number', PeriodUnit: 'text' };

/** Whether a subscribed node is renewed before it expires; pay-as-you-go instances have no renewal. */
export const ecsInstanceRenewal: Reader = {
  kind: 'ecs.instance',
  aspect: 'renewal',
  effects: ['renewal-changed'],
  batch: 100,
  onlyIf: (instance) => isContent(instance) && instance['InstanceChargeType'] === 'PrePaid',
  read: async (place, ids) => {
    const params = { InstanceId: ids.join(','), PageSize: 100 };
    const answer = await answerOf(
      place,
      'ecs',
      'DescribeInstanceAutoRenewAttribute',
      params,
      'InstanceRenewAttributes',
    );
    return new Map(
      membersOf(answer['InstanceRenewAttributes']).map((item): [string, Json] => [
        textOf(item, 'InstanceId') ?? '',
        contentOf(item, FIELDS),
      ]),
    );
  },
  predict: byAction({ ModifyInstanceAutoRenewAttribute: renewal }),
  restore: ({ id, region, wanted }) => {
    if (!isContent(wanted)) return UNKNOWN;
    const { RenewalStatus, Duration, PeriodUnit } = wanted;
    // A duration without renewal is refused.
    const params = RenewalStatus === 'AutoRenewal' ? { RenewalStatus, Duration, PeriodUnit } : { RenewalStatus };
    return remedy([command('ecs', 'ModifyInstanceAutoRenewAttribute', region, { InstanceId: id, ...params })]);
  },
};

/** The status goes before the older on/off. */
function renewal({ params }: Parameters<Predict>[0], _: string, before: Json): Json | undefined {
  if (!isContent(before)) return undefined;
  const said = textOf(params, 'RenewalStatus');
  const flag = textOf(params, 'AutoRenew')?.toLowerCase();
  const RenewalStatus = said ?? (flag === undefined ? undefined : flag === 'true' ? 'AutoRenewal' : 'Normal');
  const Duration = textOf(params, 'Duration');
  return { ...before, ...contentOf({ RenewalStatus, Duration, PeriodUnit: textOf(params, 'PeriodUnit') }, FIELDS) };
}
