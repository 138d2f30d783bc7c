import type { OperationTable, Touch } from '../model/operation.ts';
import { on } from './touch.ts';

/** What each write of ActionTrail's service BssOpenApi does: orders name anything, so the ids tell what it is. */
export const bss: OperationTable = {
  service: 'BssOpenApi',
  versions: ['2017-12-14'],
  actions: {
    RefundInstance: givenUp('InstanceId'),
    ReleaseInstance: givenUp('InstanceIds'),
    SetRenewal: [
      on('ecs.instance', 'arn:InstanceIDs')('renewal-changed', {
        strength: 'conditional',
        value: ['RenewalStatus', 'RenewalPeriod'],
        when: { oneOf: ['RenewalStatus', ['ManualRenewal', 'NotRenewal']] },
      }),
    ],
  },
  ignored: [],
};

function givenUp(param: string): readonly Touch[] {
  return [
    on('ecs.instance', `arn:${param}`)('released'),
    on('slb.load-balancer', `arn:${param}`)('deleted'),
    on('alb.load-balancer', `arn:${param}`)('deleted'),
    on('nlb.load-balancer', `arn:${param}`)('deleted'),
  ];
}
