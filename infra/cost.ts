import { estimate } from './cost/estimate.ts';
import { flowOf } from './cost/flow.ts';
import { MIXED_STREAM } from './cost/stream.ts';

const flow = flowOf(MIXED_STREAM);
const { invocations, gbSeconds, cu, logGb, storedGb, dollars } = estimate(flow);
const total = Object.values(dollars).reduce((sum, part) => sum + part, 0);
const count = (value: number) => Math.round(value).toLocaleString('en');
const money = (value: number) => `$${value.toFixed(2)}`;
const share = (part: number) => `${Math.round((100 * part) / flow.written)} %`;

console.log(`In a day ${count(flow.written)} events are written; the filter lets ${count(flow.pushed)} (${share(flow.pushed)}) pass,
${count(flow.decided)} are in a table, ${count(flow.found)} are by people. A month (30 days, one region, a cluster of 100 nodes):

| what | how much | costs |
| --- | ---: | ---: |
| Function Compute | ${count(invocations)} calls, ${count(gbSeconds)} GB-seconds, ${count(cu)} CU | ${money(dollars.functions)} |
| EventBridge | ${count(30 * flow.pushed)} pushes | ${money(dollars.events)} |
| log | ${logGb.toFixed(1)} GB | ${money(dollars.log)} |
| RDS PostgreSQL, serverless, 0.5 RCU, 20 GB | ${storedGb.toFixed(1)} GB written | ${money(dollars.database)} |
| together | | ${money(total)} |`);
