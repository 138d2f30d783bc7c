import { decode } from '../shared/sources/actiontrail/decode.ts';
import { screen } from '../shared/steps/screen.ts';

/**
 * Decode and screen against `JSON.parse` alone over the same bytes, taken in turns in one process. The mix: of ten
 * events six are in no table, three are in it, one is a known call whose parameters make it harmless.
 */
const EVENTS = 20_000;
const ROUNDS = 7;

const OPERATIONS = [
  ...Array.from({ length: 6 }, (_, index) => ['Rds', `Modify${index}`, {}] as const),
  ['Slb', 'SetLoadBalancerTCPListenerAttribute', { LoadBalancerId: 'lb-1', ListenerPort: 6443 }] as const,
  ['Ecs', 'DeleteInstances', { 'InstanceId.1': 'i-1', 'InstanceId.2': 'i-2' }] as const,
  ['Ess', 'ModifyScalingGroup', { ScalingGroupId: 'asg-1', MaxSize: '10' }] as const,
  ['Ecs', 'ModifyInstanceAutoReleaseTime', { InstanceId: 'i-1' }] as const,
];

const lines = Array.from({ length: EVENTS }, (_, index) => {
  const [serviceName, eventName, requestParameters] = OPERATIONS[index % OPERATIONS.length] ?? OPERATIONS[0] ?? [];
  return JSON.stringify({
    id: `e-${index}`,
    source: 'acs.test',
    specversion: '1.0',
    type: 'test:ActionTrail:ApiCall',
    aliyunaccountid: '1234567890123456',
    aliyunregionid: 'cn-hangzhou',
    data: {
      eventId: `51D55867-8194-5C55-8F33-${index}`,
      eventVersion: 1,
      eventName,
      serviceName,
      eventTime: '2026-11-24T08:00:00Z',
      eventRW: 'Write',
      acsRegion: 'cn-hangzhou',
      apiVersion: '2014-05-26',
      eventSource: 'ecs.aliyuncs.com',
      sourceIpAddress: '192.0.2.1',
      userAgent: 'AlibabaCloud (Linux; amd64) Node.js/v20 Core/1.0.1',
      requestParameters: { RegionId: 'cn-hangzhou', AcsProduct: serviceName, charset: 'UTF-8', ...requestParameters },
      responseElements: { RequestId: `51D55867-8194-5C55-8F33-${index}` },
      referencedResources: { 'ACS::ECS::Instance': [`i-${index}`] },
      userIdentity: {
        type: 'ram-user',
        accountId: '1234567890123456',
        principalId: '234567890123456789',
        userName: 'alice',
        sessionContext: { attributes: { mfaAuthenticated: 'true', creationDate: '2026-11-24T07:00:00Z' } },
      },
    },
  });
});

const now = new Date();
const parsing: number[] = [];
const screening: number[] = [];
for (let round = 0; round <= ROUNDS; round++) {
  const parsed = rate(() => lines.map((line) => JSON.parse(line) as unknown).length);
  const screened = rate(() => {
    let risky = 0;
    for (const line of lines) {
      for (const item of decode(line, now)) if (item.kind === 'event' && !('reason' in screen(item.event))) risky++;
    }
    return risky;
  });
  if (round === 0) continue; // warm-up
  parsing.push(parsed);
  screening.push(screened);
}

const ratios = screening.map((value, index) => value / (parsing[index] ?? 1));
console.log(`${EVENTS} events of ${lines[0]?.length ?? 0} bytes, ${ROUNDS} paired rounds, medians`);
console.log('');
console.log('| what | events per second | of JSON.parse |');
console.log('| --- | ---: | ---: |');
console.log(`| JSON.parse alone | ${Math.round(median(parsing))} | 1.00 |`);
console.log(`| decode + screen | ${Math.round(median(screening))} | ${median(ratios).toFixed(2)} |`);

function rate(work: () => number): number {
  const start = performance.now();
  if (work() === 0) throw new Error('Expected the work to find something');
  return (EVENTS / (performance.now() - start)) * 1_000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
