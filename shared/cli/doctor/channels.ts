import type { Config } from '../../config.ts';
import { ChannelError } from '../../errors.ts';
import { find } from '../../findings/find.ts';
import type { Finding } from '../../model/finding.ts';
import type { OwnedResource } from '../../model/resource.ts';
import { openChannels } from '../../notify/channels.ts';
import { apiServerLoadBalancerDeleted as rule } from '../../rules/cluster/api-server-load-balancer-deleted.ts';
import { decode } from '../../sources/actiontrail/decode.ts';
import { smokeEvent } from '../invoke/smoke-event.ts';
import { fail, type Line, pass, skip } from './check.ts';

/** Which channels there are; on request each gets a message that says that it is a test. */
export async function checkChannels(config: Config, isToSend: boolean, now: Date): Promise<readonly Line[]> {
  const channels = openChannels(config);
  if (channels.length === 0) {
    return [fail('channels: none, nobody would be told', 'Set ACKWATCH_DINGTALK_WEBHOOK or ACKWATCH_SMTP_URL.')];
  }
  if (!isToSend) {
    const names = channels.map(({ id }) => id).join(', ');
    return [skip(`channels: ${names}, not tried (--send-test-message sends each a message)`)];
  }
  const finding = testFinding(now);
  return Promise.all(
    channels.map(async ({ id, send }): Promise<Line> => {
      try {
        const sent = await send({ kind: 'alert', finding, rule, others: [], mayBeRepeat: false });
        const short = sent === undefined ? '' : `, but ${sent.shortfall}`;
        return pass(`channel ${id}: took the test message ${finding.id}${short}`);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        const isOurs = error instanceof ChannelError && error.kind !== 'retry-soon' && error.kind !== 'throttled';
        return fail(
          `channel ${id}: ${why}`,
          isOurs ? 'Check its address, secret and keyword.' : 'Try again in a minute.',
        );
      }
    }),
  );
}

/** What `ackwatch smoke` would raise, without a cloud. */
function testFinding(now: Date): Finding {
  const place = { accountId: '0000000000000000', region: 'cn-hangzhou' };
  const loadBalancer: OwnedResource = {
    ...place,
    kind: 'slb.load-balancer',
    id: 'lb-ackwatch-test',
    clusterId: 'ackwatch-test',
    role: 'api-server-load-balancer',
    facts: {},
    via: 'test',
  };
  const cluster = {
    ...place,
    id: 'ackwatch-test',
    name: 'ackwatch test',
    type: 'test',
    state: 'running',
    podCidrs: [],
  };
  const [decoded] = decode(
    smokeEvent({ eventId: `ackwatch-doctor-${now.getTime()}`, ...place, loadBalancer, at: now }),
    now,
  );
  if (decoded?.kind !== 'event') throw new TypeError('Expected the test event to be an event');
  return find({
    event: decoded.event,
    part: { cluster, standing: 'outsider', touched: [{ owned: loadBalancer }] },
    matches: [{ rule, severity: 'low' }],
    seen: {
      comparisons: [],
      restore: { possible: false },
      notes: ['This is a test by ackwatch doctor.'],
      verdict: 'changed',
    },
  });
}
