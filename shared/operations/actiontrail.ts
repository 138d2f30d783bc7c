import type { OperationTable } from '../model/operation.ts';
import { ADJACENT, on } from './touch.ts';

const trail = on('actiontrail.trail', 'Name');
/** A trail that keeps reads alone drops every change. */
const onlyReads = { equals: ['EventRW', 'Read'] } as const;

/** What each write of ActionTrail itself does: without its records ackwatch is blind. */
export const actiontrail: OperationTable = {
  service: 'Actiontrail',
  versions: ['2020-07-06'],
  actions: {
    DeleteTrail: [trail('recording-changed')],
    StopLogging: [trail('recording-changed')],
    UpdateTrail: [
      trail('recording-changed', { strength: 'conditional', value: ['EventRW'], when: onlyReads }),
      trail('recording-changed', { ...ADJACENT, value: ['SlsProjectArn', 'TrailRegion'], when: { not: onlyReads } }),
    ],
  },
  ignored: [],
};
