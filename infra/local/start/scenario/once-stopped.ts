import { objectsOf } from '../../../../shared/model/params.ts';
import { ecs } from './cloud-assistant.ts';
import type { Play } from './play-of.ts';

/** Looks at an instance until it stands still: some changes are refused before. */
export function onceStopped(instanceId: string): NonNullable<Play['before']> {
  return {
    call: ecs('DescribeInstances', { InstanceIds: JSON.stringify([instanceId]) }),
    until: (answer) =>
      objectsOf(answer, 'instances')
        .flatMap((instances) => objectsOf(instances, 'instance'))
        .some(({ status }) => status === 'Stopped'),
    paramsOf: () => ({}),
  };
}
