import { describe, expect, it } from 'vitest';
import { CloudError, StoreError } from '../../shared/errors.ts';
import { isContent } from '../../shared/inspection/content.ts';
import type { InspectStore } from '../../shared/inspection/memory.ts';
import { slbListener } from '../../shared/inspection/readers/slb-listener.ts';
import type { Json } from '../../shared/model/change.ts';
import type { AuditEvent } from '../../shared/model/event.ts';
import { inspect as inspectAt } from '../../shared/steps/inspect.ts';
import type { Part } from '../../shared/steps/steps.ts';
import { aFinding } from '../support/finding.ts';
import { aCall, aPart } from './a-call.ts';
import { aCloud, anInstance, TCP_LISTENER } from './scripted-cloud.ts';
import { aSnapshot, aStore } from './simple-store.ts';

const LISTENER = { kind: 'slb.listener', id: 'lb-1/6443/tcp' } as const;
const TCP = 'DescribeLoadBalancerTCPListenerAttribute';
/** As the sweep reads the same answer. */
const QUIET = await readListener(TCP_LISTENER);
const SHUT = await readListener({ ...TCP_LISTENER, AclStatus: 'on', AclType: 'white', AclId: 'acl-1' });

describe('inspect', () => {
  it('tells what changed from what to what, and the command that puts it back', async () => {
    const event = shutting();
    const store = aStore({ snapshots: [aSnapshot({ ...LISTENER, content: QUIET })] });

    const seen = await inspect(event, aPart(event, 'api-server-load-balancer'), shutCloud(), store);

    expect(seen.verdict).toBe('changed');
    expect(seen.comparisons).toHaveLength(1);
    expect(seen.comparisons[0]?.changes.toSorted(byPath)).toEqual([
      { op: 'add', path: '/AclId', after: 'acl-1' },
      { op: 'replace', path: '/AclStatus', before: 'off', after: 'on', expected: 'off' },
      { op: 'add', path: '/AclType', after: 'white' },
    ]);
    expect(seen.restore).toEqual({
      possible: true,
      commands: [
        'aliyun slb SetLoadBalancerTCPListenerAttribute --RegionId cn-hangzhou --LoadBalancerId lb-1 --ListenerPort 6443 --AclStatus off',
      ],
    });
    expect(seen.snapshots.map(({ id, aspect }) => `${id} ${aspect}`)).toEqual(['lb-1/6443/tcp configuration']);
  });

  it('reads one listener with one call and nothing else', async () => {
    const event = shutting();
    const { cloud, calls } = aCloud({ [TCP]: TCP_LISTENER });

    await inspect(event, aPart(event, 'api-server-load-balancer'), cloud, aStore());

    expect(calls.map(({ action }) => action)).toEqual([TCP]);
  });

  it.each([
    ['the same spelling', { AclStatus: 'off', Scheduler: 'rr', Bandwidth: '-1' }],
    ['another case and numbers', { AclStatus: 'OFF', Bandwidth: -1, EstablishedTimeout: 900 }],
    ['the switch beside the id', { VServerGroup: 'on', VServerGroupId: 'rsp-1' }],
    ['the name that only calls use', { HealthCheckSwitch: 'on', HealthCheckInterval: '3' }],
    ['what a console adds', { AclStatus: 'off', Tags: '[]', AcceptLanguage: 'zh-CN', ClientPort: '4711', AclId: '' }],
  ])('calls it no effect when the values are those from before, in %s', async (_, params) => {
    const event = edit(params);
    const store = aStore({ snapshots: [aSnapshot({ ...LISTENER, content: QUIET })] });

    const seen = await inspect(event, aPart(event, 'api-server-load-balancer'), quietCloud(), store);

    expect(seen.verdict).toBe('no-effect');
  });

  it.each([
    ['a parameter that it does not know', { AclStatus: 'off', NewFangled: 'on' }],
    ['an access control list set aside for later', { AclId: 'acl-9' }],
  ])('never calls %s no effect', async (_, params) => {
    const event = edit(params);
    const store = aStore({ snapshots: [aSnapshot({ ...LISTENER, content: QUIET })] });

    const seen = await inspect(event, aPart(event, 'api-server-load-balancer'), quietCloud(), store);

    expect(seen.verdict).toBe('changed');
  });

  it('does not call it no effect when the reading shows a change all the same', async () => {
    const event = edit({ AclStatus: 'off' });
    const store = aStore({ snapshots: [aSnapshot({ ...LISTENER, content: QUIET })] });

    const seen = await inspect(event, aPart(event, 'api-server-load-balancer'), shutCloud(), store);

    expect(seen.verdict).toBe('changed');
  });

  it('does not call it no effect when an earlier call came after the last reading', async () => {
    const event = edit({ AclStatus: 'off' });
    const store = aStore({
      snapshots: [aSnapshot({ ...LISTENER, content: QUIET })],
      writes: [{ id: 'lb-1/6443', at: '2026-11-24T07:58:00Z' }],
    });

    const seen = await inspect(event, aPart(event, 'api-server-load-balancer'), quietCloud(), store);

    expect(seen.verdict).toBe('changed');
  });

  it('takes a change that an open finding waits for as restoring, and ends that finding', async () => {
    const event = edit({ AclStatus: 'off' }, { id: 'E-2' });
    const before = aSnapshot({ ...LISTENER, content: QUIET, observedAt: new Date('2026-11-24T07:00:00Z') });
    const after = aSnapshot({ ...LISTENER, content: SHUT });
    const store = aStore({ snapshots: [before, after], baselines: [before], open: [opened(before, after)] });

    const seen = await inspect(event, aPart(event, 'api-server-load-balancer'), quietCloud(), store);

    expect(seen.verdict).toBe('restores');
    expect(seen.restored).toEqual([LISTENER]);
  });

  it('does not take a change back to the baseline as restoring when no finding is open: ACK may have changed it', async () => {
    const event = edit({ AclStatus: 'off' });
    const store = aStore({
      snapshots: [aSnapshot({ ...LISTENER, content: SHUT })],
      baselines: [aSnapshot({ ...LISTENER, content: QUIET })],
    });

    const seen = await inspect(event, aPart(event, 'api-server-load-balancer'), quietCloud(), store);

    expect(seen.verdict).toBe('changed');
  });

  it('leaves a finding open while something else that it found still differs', async () => {
    const event = edit({ AclStatus: 'off' }, { id: 'E-2' });
    const before = aSnapshot({ ...LISTENER, content: QUIET, observedAt: new Date('2026-11-24T07:00:00Z') });
    const after = aSnapshot({ ...LISTENER, content: SHUT });
    const also = { resource: LISTENER, aspect: 'white-list', changes: [], unknown: [] };
    const { comparisons, ...finding } = opened(before, after);
    const open = [{ ...finding, comparisons: [...comparisons, also] }];

    const seen = await inspect(
      event,
      aPart(event, 'api-server-load-balancer'),
      quietCloud(),
      aStore({ snapshots: [before, after], open }),
    );

    expect(seen.verdict).toBe('restores');
    expect(seen.restored).toEqual([]);
  });

  it('says that a change was put back meanwhile when the reading shows the state from before', async () => {
    const event = shutting();
    const store = aStore({ snapshots: [aSnapshot({ ...LISTENER, content: QUIET })] });

    const seen = await inspect(event, aPart(event, 'api-server-load-balancer'), quietCloud(), store);

    expect(seen.verdict).toBe('put-back');
    expect(seen.restore).toEqual({ possible: true, commands: [] });
  });

  it('does not know the state after a late call when a later one is known, and shows what is now', async () => {
    const event = shutting();
    const store = aStore({
      snapshots: [aSnapshot({ ...LISTENER, content: QUIET })],
      writes: [{ id: 'lb-1/6443', at: '2026-11-24T08:00:30Z' }],
    });

    const seen = await inspect(event, aPart(event, 'api-server-load-balancer'), shutCloud(), store);

    expect(seen.verdict).toBe('changed');
    expect(seen.comparisons[0]?.after).toBeUndefined();
    expect(seen.comparisons[0]?.now?.content).toEqual(SHUT);
    expect(seen.comparisons[0]?.unknown.join(' ')).toContain('a later call is known');
  });

  it('takes the newest reading from before the call as before, not the one that a sweep made in between', async () => {
    const event = shutting();
    const between = aSnapshot({ ...LISTENER, content: SHUT, observedAt: new Date('2026-11-24T08:00:20Z') });
    const store = aStore({ snapshots: [aSnapshot({ ...LISTENER, content: QUIET }), between] });

    const seen = await inspect(event, aPart(event, 'api-server-load-balancer'), shutCloud(), store);

    expect(seen.comparisons[0]?.before?.content).toEqual(QUIET);
  });

  it('answers within the deadline when the cloud hangs, with what the call asked for and how to put that back', async () => {
    const event = shutting();
    const store = aStore({ snapshots: [aSnapshot({ ...LISTENER, content: QUIET })] });

    const seen = await inspect(
      event,
      aPart(event, 'api-server-load-balancer'),
      aCloud({ [TCP]: 'hangs' }).cloud,
      store,
    );

    expect(seen.verdict).toBe('changed');
    expect(seen.comparisons[0]?.changes.map(({ path }) => path).toSorted()).toEqual([
      '/AclId',
      '/AclStatus',
      '/AclType',
    ]);
    expect(seen.comparisons[0]?.unknown).toContain('state after the call: the cloud did not answer in time');
    expect(seen.notes).toContain('The state after the call is not known: the cloud did not answer in time.');
    expect(seen.restore).toMatchObject({ possible: true });
    expect(seen.snapshots).toEqual([]);
  });

  it.each([
    ['Throttling.User', 'the cloud throttled the reading'],
    ['Forbidden.RAM', 'reading is not allowed (Forbidden.RAM)'],
    ['InternalError', 'the cloud answered InternalError'],
  ])('says why there is no reading: %s', async (code, phrase) => {
    const event = shutting();
    const failing = aCloud({ [TCP]: new CloudError(code, 'secret text of the answer') });

    const seen = await inspect(event, aPart(event, 'api-server-load-balancer'), failing.cloud, aStore());

    expect(seen.comparisons[0]?.unknown).toContain(`state after the call: ${phrase}`);
    expect(JSON.stringify(seen)).not.toContain('secret text');
  });

  it('says that nothing is known from before without a snapshot, and how to restore only what ACK demands', async () => {
    const event = aCall('Slb:StopLoadBalancerListener', {
      LoadBalancerId: 'lb-1',
      ListenerPort: '6443',
      ListenerProtocol: 'tcp',
    });
    const stopped = aCloud({ [TCP]: { ...TCP_LISTENER, Status: 'stopped' } });

    const seen = await inspect(event, aPart(event, 'api-server-load-balancer'), stopped.cloud, aStore());

    expect(seen.comparisons[0]?.changes).toEqual([]);
    expect(seen.comparisons[0]?.unknown).toContain('no reading from before the call');
    expect(seen.restore).toEqual({
      possible: true,
      commands: [
        'aliyun slb StartLoadBalancerListener --RegionId cn-hangzhou --LoadBalancerId lb-1 --ListenerPort 6443 --ListenerProtocol tcp',
      ],
    });
  });

  it('shows the last known configuration of what was deleted, and creates it again', async () => {
    const event = aCall('Slb:DeleteLoadBalancerListener', { LoadBalancerId: 'lb-1', ListenerPort: '6443' });
    const store = aStore({ snapshots: [aSnapshot({ ...LISTENER, content: QUIET })] });
    const missing = aCloud({ [TCP]: new CloudError('ListenerNotFound', 'gone', { status: 404 }) });

    const seen = await inspect(event, aPart(event, 'service-load-balancer'), missing.cloud, store);

    expect(seen.comparisons[0]?.resource).toEqual(LISTENER);
    expect(seen.comparisons[0]?.before?.content).toEqual(QUIET);
    expect(seen.comparisons[0]?.after?.content).toBeNull();
    expect(seen.restore).toMatchObject({ possible: true });
    const commands = seen.restore.possible === true ? seen.restore.commands : [];
    expect(commands[0]).toMatch(/^aliyun slb CreateLoadBalancerTCPListener .*--Bandwidth -1 .*--VServerGroupId rsp-1/u);
    expect(commands[0]).toContain('--healthCheckInterval 3');
    expect(commands[1]).toMatch(/^aliyun slb StartLoadBalancerListener .*--ListenerProtocol tcp$/u);
  });

  it('finds the protocol of a listener that neither call nor inventory tells', async () => {
    const event = aCall('Slb:DeleteLoadBalancerListener', { LoadBalancerId: 'lb-1', ListenerPort: '6443' });
    const { cloud, calls } = aCloud({
      DescribeLoadBalancerListeners: { Listeners: [{ ListenerPort: 6443, ListenerProtocol: 'tcp' }] },
      [TCP]: TCP_LISTENER,
    });

    const seen = await inspect(event, aPart(event, 'service-load-balancer'), cloud, aStore());

    expect(calls).toHaveLength(2);
    expect(seen.comparisons[0]?.resource.id).toBe('lb-1/6443/tcp');
  });

  it('does not take a listener whose protocol no call reads for a deleted one', async () => {
    const event = aCall('Slb:CreateLoadBalancerTCPSListener', { LoadBalancerId: 'lb-1', ListenerPort: 443 });

    const seen = await inspect(event, aPart(event, 'service-load-balancer'), aCloud({}).cloud, aStore());

    expect(seen.comparisons[0]?.after).toBeUndefined();
    expect(seen.comparisons[0]?.unknown).toContain('state after the call: the cloud answered NoReadCall');
    expect(seen.restore).toEqual({ possible: 'unknown' });
  });

  it('brings back what can be brought back, and says what cannot', async () => {
    const ids = ['i-1', 'i-2'];
    const event = aCall('Ecs:LeaveSecurityGroup', { SecurityGroupId: 'sg-1', InstanceId: ids });
    const content = { Status: 'Running', SecurityGroupIds: ['sg-1', 'sg-2'] };
    const snapshots = ids.map((id) => aSnapshot({ kind: 'ecs.instance', id, content }));
    const left = anInstance('i-1', { SecurityGroupIds: { SecurityGroupId: ['sg-2'] } });
    const { cloud } = aCloud({ DescribeInstances: { TotalCount: 1, Instances: { Instance: [left] } } });

    const seen = await inspect(event, aPart(event, 'node'), cloud, aStore({ snapshots }));

    expect(seen.restore).toEqual({
      possible: true,
      commands: ['aliyun ecs JoinSecurityGroup --RegionId cn-hangzhou --SecurityGroupId sg-1 --InstanceId i-1'],
    });
    expect(seen.notes).toContain('1 resource cannot be brought back; the commands restore the rest.');
  });

  it.each([
    ['a hidden value', '[redacted]'],
    ['a character that a terminal would act on', 'a\u001b[2Jb'],
  ])('shows no command that would need %s', async (_, Description) => {
    const event = edit({ Description: 'mine' });
    const store = aStore({ snapshots: [aSnapshot({ ...LISTENER, content: { ...asObject(QUIET), Description } })] });
    const { cloud } = aCloud({ [TCP]: { ...TCP_LISTENER, Description: 'mine' } });

    const seen = await inspect(event, aPart(event, 'service-load-balancer'), cloud, store);

    expect(seen.restore).toEqual({ possible: 'unknown' });
    expect(seen.notes.join(' ')).toContain('Some commands are not shown');
  });

  it('takes a new listener as one that was not there before', async () => {
    const event = aCall('Slb:CreateLoadBalancerHTTPListener', {
      LoadBalancerId: 'lb-1',
      ListenerPort: 8080,
      Bandwidth: -1,
    });
    const { cloud } = aCloud({ DescribeLoadBalancerHTTPListenerAttribute: { ListenerPort: 8080, Status: 'stopped' } });

    const seen = await inspect(event, aPart(event, 'api-server-load-balancer'), cloud, aStore());

    expect(seen.comparisons[0]).toMatchObject({ resource: { id: 'lb-1/8080/http' }, before: { content: null } });
    expect(seen.restore).toEqual({
      possible: true,
      commands: [
        'aliyun slb DeleteLoadBalancerListener --RegionId cn-hangzhou --LoadBalancerId lb-1 --ListenerPort 8080 --ListenerProtocol http',
      ],
    });
  });

  it('takes the deleted listener created anew, just as it was, as restoring, though it is not started yet', async () => {
    const before = aSnapshot({ ...LISTENER, content: QUIET, observedAt: new Date('2026-11-24T07:00:00Z') });
    const after = aSnapshot({ ...LISTENER, content: null });
    const params = { LoadBalancerId: 'lb-1', ListenerPort: 6443, Bandwidth: -1, VServerGroupId: 'rsp-1' };
    const event = aCall('Slb:CreateLoadBalancerTCPListener', params, { id: 'E-2' });
    const store = aStore({ snapshots: [before, after], open: [opened(before, after)] });
    const fresh = aCloud({ [TCP]: { ...TCP_LISTENER, Status: 'stopped' } });

    const seen = await inspect(event, aPart(event, 'api-server-load-balancer'), fresh.cloud, store);

    expect(seen.verdict).toBe('restores');
    expect(seen.restored).toEqual([]);
  });

  it('reads a hundred released instances with one call, and says of them that they never come back', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `i-${index}`);
    const event = aCall(
      'Ecs:DeleteInstances',
      Object.fromEntries(ids.map((id, index) => [`InstanceId.${index + 1}`, id])),
    );
    const snapshots = ids.map((id) => aSnapshot({ kind: 'ecs.instance', id, content: { Status: 'Running' } }));
    const { cloud, calls } = aCloud({ DescribeInstances: { TotalCount: 0, Instances: { Instance: [] } } });

    const seen = await inspect(event, aPart(event, 'node'), cloud, aStore({ snapshots }));

    expect(calls).toHaveLength(1);
    expect(JSON.parse(String(calls[0]?.params['InstanceIds']))).toHaveLength(100);
    expect(seen.comparisons).toHaveLength(100);
    expect(seen.comparisons.every(({ after }) => after?.content === null)).toBe(true);
    expect(seen.restore).toEqual({ possible: false });
  });

  it('does not take part of a listing for the whole: what did not come is unknown, not deleted', async () => {
    const event = aCall('Ecs:DeleteInstances', { 'InstanceId.1': 'i-1', 'InstanceId.2': 'i-2' });
    const part = aCloud({ DescribeInstances: { TotalCount: 2, Instances: { Instance: [anInstance('i-1')] } } });

    const seen = await inspect(event, aPart(event, 'node'), part.cloud, aStore());

    expect(seen.comparisons.map(({ after }) => after)).toEqual([undefined, undefined]);
    expect(seen.comparisons[0]?.unknown).toContain('state after the call: the cloud answered Incomplete');
  });

  it('reads again later when an asynchronous call has changed nothing yet', async () => {
    const event = aCall('Ecs:DeleteInstance', { InstanceId: 'i-1' });
    const running = { DescribeInstances: { TotalCount: 1, Instances: { Instance: [anInstance('i-1')] } } };
    const first = await inspect(event, aPart(event, 'node'), aCloud(running).cloud, aStore(), '2026-11-24T08:00:10Z');
    const snapshots = first.snapshots.map((one) => ({ ...one, observedAt: new Date('2026-11-24T07:50:00Z') }));

    const seen = await inspect(
      event,
      aPart(event, 'node'),
      aCloud(running).cloud,
      aStore({ snapshots }),
      '2026-11-24T08:00:10Z',
    );

    expect(seen.verdict).toBe('changed');
    expect(seen.reinspectAt).toEqual(new Date('2026-11-24T08:01:10Z'));
    expect(seen.comparisons[0]?.after).toBeUndefined();
    expect(seen.comparisons[0]?.unknown.join(' ')).toContain('nothing had changed yet');
  });

  it('believes after a minute that nothing changed', async () => {
    const event = aCall('Ecs:DeleteInstance', { InstanceId: 'i-1' });
    const running = { DescribeInstances: { TotalCount: 1, Instances: { Instance: [anInstance('i-1')] } } };
    const first = await inspect(event, aPart(event, 'node'), aCloud(running).cloud, aStore());
    const snapshots = first.snapshots.map((one) => ({ ...one, observedAt: new Date('2026-11-24T07:50:00Z') }));

    const seen = await inspect(event, aPart(event, 'node'), aCloud(running).cloud, aStore({ snapshots }));

    expect(seen.reinspectAt).toBeUndefined();
    expect(seen.verdict).toBe('put-back');
  });

  it('asks the cloud nothing about a call that was refused', async () => {
    const event = shutting({ outcome: 'failure', errorCode: 'Forbidden.RAM' });
    const { cloud, calls } = aCloud({});

    const seen = await inspect(event, aPart(event, 'api-server-load-balancer'), cloud, aStore());

    expect(calls).toEqual([]);
    expect(seen.notes).toEqual(['The call was refused (Forbidden.RAM): nothing changed.']);
    expect(seen.verdict).toBe('changed');
  });

  it('restores the bounds that ACK demands, not those from before', async () => {
    const event = aCall('Ess:ModifyScalingGroup', { ScalingGroupId: 'asg-1', MaxSize: 3 });
    const group = { kind: 'ess.scaling-group', id: 'asg-1' } as const;
    const store = aStore({ snapshots: [aSnapshot({ ...group, content: await readGroup(0, 100) })] });

    const seen = await inspect(
      event,
      aPart(event, 'scaling-group', { facts: { minSize: 0, maxSize: 2000 } }),
      groupCloud(0, 3),
      store,
    );

    expect(seen.comparisons[0]?.changes).toEqual([
      { op: 'replace', path: '/MaxSize', before: 100, after: 3, expected: 2000 },
    ]);
    expect(seen.restore).toEqual({
      possible: true,
      commands: ['aliyun ess ModifyScalingGroup --RegionId cn-hangzhou --ScalingGroupId asg-1 --MaxSize 2000'],
    });
  });

  it('takes bounds that ACK demands as restoring, without any finding', async () => {
    const event = aCall('Ess:ModifyScalingGroup', { ScalingGroupId: 'asg-1', MaxSize: '2000' });
    const group = { kind: 'ess.scaling-group', id: 'asg-1' } as const;
    const store = aStore({ snapshots: [aSnapshot({ ...group, content: await readGroup(0, 3) })] });

    const seen = await inspect(
      event,
      aPart(event, 'scaling-group', { facts: { minSize: 0, maxSize: 2000 } }),
      groupCloud(0, 2000),
      store,
    );

    expect(seen.verdict).toBe('restores');
  });

  it('does not take back what ACK changed meanwhile', async () => {
    const event = aCall('Slb:RemoveVServerGroupBackendServers', {
      VServerGroupId: 'rsp-1',
      BackendServers: '[{"ServerId":"i-1","Port":"6443"}]',
    });
    const ref = { kind: 'slb.vserver-group', id: 'rsp-1' } as const;
    const server = (ServerId: string) => ({ ServerId, Port: 6443, Weight: 100, Type: 'ecs' });
    const content = { VServerGroupName: 'g', LoadBalancerId: 'lb-1', BackendServers: [server('i-1'), server('i-2')] };
    const { cloud } = aCloud({
      DescribeVServerGroupAttribute: {
        VServerGroupName: 'g',
        LoadBalancerId: 'lb-1',
        BackendServers: { BackendServer: [server('i-2'), server('i-3')] },
      },
    });

    const seen = await inspect(
      event,
      aPart(event, 'service-load-balancer'),
      cloud,
      aStore({ snapshots: [aSnapshot({ ...ref, content })] }),
    );

    expect(seen.restore).toEqual({
      possible: true,
      commands: [
        `aliyun slb AddVServerGroupBackendServers --RegionId cn-hangzhou --VServerGroupId rsp-1 --BackendServers '[{"Port":6443,"ServerId":"i-1","Type":"ecs","Weight":100}]'`,
      ],
    });
  });

  it('takes the state before from a call that says both halves', async () => {
    const event = aCall('Slb:ModifyVServerGroupBackendServers', {
      VServerGroupId: 'rsp-1',
      OldBackendServers: '[{"ServerId":"i-1","Port":80,"Weight":100,"Type":"ecs"}]',
      NewBackendServers: '[{"ServerId":"i-2","Port":80,"Weight":100,"Type":"ecs"}]',
    });
    const { cloud } = aCloud({
      DescribeVServerGroupAttribute: {
        VServerGroupId: 'rsp-1',
        VServerGroupName: 'g',
        BackendServers: { BackendServer: [{ ServerId: 'i-2', Port: 80, Weight: 100, Type: 'ecs' }] },
      },
    });

    const seen = await inspect(event, aPart(event, 'service-load-balancer'), cloud, aStore());

    expect(seen.comparisons[0]?.changes.map(({ op, path }) => `${op} ${path}`).toSorted()).toEqual([
      'add /BackendServers/i-2:80',
      'remove /BackendServers/i-1:80',
    ]);
    expect(seen.comparisons[0]?.unknown).toContain('the state before is taken from the call itself');
    expect(seen.restore.possible === true ? seen.restore.commands.map((one) => one.split(' ')[2]) : []).toEqual([
      'AddVServerGroupBackendServers',
      'RemoveVServerGroupBackendServers',
    ]);
  });

  it('throws when the store does not answer, and for nothing else', async () => {
    const event = shutting();
    const failing = { ...aStore(), baselines: () => Promise.reject(new StoreError('away')) };

    await expect(inspect(event, aPart(event, 'service-load-balancer'), quietCloud(), failing)).rejects.toThrow(
      StoreError,
    );
  });

  it.each([['no object at all'], [null], [[1]]])('takes an answer of another shape, %j, for none', async (answer) => {
    const event = shutting();

    const seen = await inspect(event, aPart(event, 'service-load-balancer'), aCloud({ [TCP]: answer }).cloud, aStore());

    expect(seen.comparisons[0]?.unknown).toContain('state after the call: the cloud answered Nonsense');
  });

  it('says honestly what it does not read', async () => {
    const event = aCall('Vpc:ReleaseIpv6Address', { Ipv6AddressId: 'ipv6-1' });

    const seen = await inspect(event, aPart(event, 'service-load-balancer'), aCloud({}).cloud, aStore());

    expect(seen.comparisons).toEqual([
      {
        resource: { kind: 'vpc.ipv6-address', id: 'ipv6-1' },
        aspect: 'configuration',
        changes: [],
        unknown: ['what this call changes of it is not read'],
      },
    ]);
    expect(seen.restore).toEqual({ possible: 'unknown' });
    expect(seen.verdict).toBe('changed');
  });
});

function inspect(
  event: AuditEvent,
  part: Part,
  cloud: ReturnType<typeof aCloud>['cloud'],
  store: InspectStore,
  at = '2026-11-24T08:01:10Z',
) {
  const now = (): Date => new Date(at);
  return inspectAt(event, part, { cloud, store, now, deadline: now().getTime() + 50 });
}

function edit(params: Record<string, unknown>, about: Partial<AuditEvent> = {}): AuditEvent {
  const subject = { LoadBalancerId: 'lb-1', ListenerPort: 6443 };
  return aCall('Slb:SetLoadBalancerTCPListenerAttribute', { ...subject, ...params }, about);
}

function shutting(about: Partial<AuditEvent> = {}): AuditEvent {
  return edit({ AclStatus: 'on', AclType: 'white', AclId: 'acl-1' }, about);
}

function quietCloud() {
  return aCloud({ [TCP]: TCP_LISTENER }).cloud;
}

function shutCloud() {
  return aCloud({ [TCP]: { ...TCP_LISTENER, AclStatus: 'on', AclType: 'white', AclId: 'acl-1' } }).cloud;
}

function groupCloud(MinSize: number, MaxSize: number) {
  const ScalingGroup = [
    { ScalingGroupId: 'asg-1', MinSize, MaxSize, GroupDeletionProtection: true, ActiveCapacity: 2 },
  ];
  return aCloud({ DescribeScalingGroups: { TotalCount: 1, ScalingGroups: { ScalingGroup } } }).cloud;
}

async function readGroup(MinSize: number, MaxSize: number): Promise<Json> {
  const event = aCall('Ess:ModifyScalingGroup', { ScalingGroupId: 'asg-1', MaxSize: 1 });
  const seen = await inspect(event, aPart(event, 'scaling-group'), groupCloud(MinSize, MaxSize), aStore());
  return seen.snapshots[0]?.content ?? null;
}

async function readListener(answer: Record<string, unknown>): Promise<Json> {
  const place = { cloud: aCloud({ [TCP]: answer }).cloud, region: 'cn-hangzhou', deadline: 0 };
  return (await slbListener.read(place, [LISTENER.id])).get(LISTENER.id) ?? null;
}

/** An open finding of an hour ago on the listener. */
function opened(before: ReturnType<typeof aSnapshot>, after: ReturnType<typeof aSnapshot>) {
  const at = { accountId: '1234567890123456', region: 'cn-hangzhou', clusterId: 'c1', facts: {}, via: 'cs' };
  return aFinding({
    eventId: 'E-0',
    eventTime: new Date('2026-11-24T07:30:00Z'),
    resources: [{ ...at, ...LISTENER, role: 'api-server-load-balancer' }],
    comparisons: [{ resource: LISTENER, aspect: 'configuration', before, after, changes: [], unknown: [] }],
  });
}

function asObject(json: Json): Record<string, Json> {
  return isContent(json) ? { ...json } : {};
}

function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : 1;
}
