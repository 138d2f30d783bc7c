import { describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../shared/model/event.ts';
import { idsOf } from '../../shared/operations/ids.ts';
import { on } from '../../shared/operations/touch.ts';
import { routes } from '../../shared/operations/vpc/routes.ts';
import { minimalEvent } from './minimal-event.ts';

const node = on('ecs.instance', 'InstanceId')('stopped');

function anEvent(about: Partial<AuditEvent>): AuditEvent {
  return { ...minimalEvent('X:Y', node), params: {}, response: {}, referenced: {}, ...about };
}

describe('ids', () => {
  it.each(['ClusterId', 'clusterId', 'clusterid', 'cluster_id', 'CLUSTER_ID'])('are found in %s', (name) => {
    expect(idsOf(anEvent({ params: { [name]: 'c1' } }), on('cs.cluster', 'ClusterId')('upgraded'))).toEqual(['c1']);
  });

  it('of one kind are picked from ids of many', () => {
    const event = anEvent({ params: { InstanceIds: 'i-1,lb-2,alb-3,i-4' } });

    expect(idsOf(event, on('ecs.instance', 'arn:InstanceIds')('released'))).toEqual(['i-1', 'i-4']);
    expect(idsOf(event, on('slb.load-balancer', 'arn:InstanceIds')('deleted'))).toEqual(['lb-2']);
    expect(idsOf(event, on('alb.load-balancer', 'arn:InstanceIds')('deleted'))).toEqual(['alb-3']);
  });

  it('are the last part of an ARN', () => {
    const event = anEvent({ params: { 'ResourceARN.1': 'acs:ecs:cn-hangzhou:1:instance/i-1' } });

    expect(idsOf(event, on('ecs.instance', 'arn:ResourceARN')('tags-changed'))).toEqual(['i-1']);
    expect(idsOf(event, on('ecs.disk', 'arn:ResourceARN')('tags-changed'))).toEqual([]);
  });

  it('stand deep in JSON text', () => {
    const event = anEvent({ params: { NodeGroups: '[{"Nodes":[{"NodeId":"e01-1"},{"NodeId":"e01-2"}]}]' } });

    expect(idsOf(event, on('eflo.node', 'NodeGroups.Nodes.NodeId')('released'))).toEqual(['e01-1', 'e01-2']);
  });

  it.each([[['rte-1', 'rte-2']], [{ RouteEntryId: ['rte-1', 'rte-2'] }]])(
    'of routes made together are in %j',
    (ids) => {
      const [, made] = routes['CreateRouteEntries'] ?? [];

      expect(made && idsOf(anEvent({ response: { RouteEntryIds: ids } }), made)).toEqual(['rte-1', 'rte-2']);
    },
  );

  it('are joined where a thing has no id of its own', () => {
    const event = anEvent({ params: { project: 'k8s-log-c1', logstore: 'Audit' } });

    expect(idsOf(event, on('sls.logstore', 'project/logstore')('deleted'))).toEqual(['k8s-log-c1/audit']);
  });

  it('of what there is one of come from the event itself', () => {
    const event = anEvent({ region: 'cn-beijing', accountId: '42' });

    expect(idsOf(event, on('ecs.cloud-assistant', '@region')('recording-changed'))).toEqual(['cn-beijing']);
    expect(idsOf(event, on('ram.control-policy', '@account')('permission-changed'))).toEqual(['42']);
  });

  it('come from the record where the call names none', () => {
    const event = anEvent({ referenced: { 'ACS::ECS::Instance': ['i-1'], 'ACS::ECS::Image': ['m-1'] } });

    expect(idsOf(event, on('ecs.instance')('released'))).toEqual(['i-1']);
  });
});
