import { randomUUID } from 'node:crypto';
import type { Answer, Call, Operation } from '../api.ts';
import { clusterNamed } from './find.ts';

/** A write of Container Service: its record names the cluster that the path names. */
export function write(route: string, run: (call: Call) => Answer, ramActions?: readonly string[]): Operation {
  return {
    rw: 'Write',
    route,
    run,
    ...(ramActions === undefined ? {} : { ramActions }),
    references: ({ params }) => ({ 'ACS::ACK::Cluster': [clusterNamed(params)] }),
  };
}

/** What Container Service answers to what takes it a while. */
export function task(): Answer {
  return { task_id: `T-${randomUUID().replaceAll('-', '').slice(0, 24)}`, request_id: randomUUID().toUpperCase() };
}
