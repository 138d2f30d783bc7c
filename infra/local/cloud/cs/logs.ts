import { listOf, textOf } from '../../../../shared/model/params.ts';
import type { Answer, Call, Operation } from '../api.ts';
import { flag } from '../parameters.ts';
import { clusterIn } from './find.ts';
import type { AckCluster, CsState } from './state.ts';
import { task, write } from './write.ts';

/** What a cluster writes down: the audit log of its API server, and the logs of its control plane. */
export function logOperations(cs: CsState): Readonly<Record<string, Operation>> {
  return {
    UpdateClusterAuditLogConfig: write('PUT /clusters/[clusterid]/audit_log', (call) => {
      const cluster = clusterIn(cs, call);
      const { project } = auditOf(cluster);
      const isOn = flag(call.params, 'disable') !== true;
      cluster.audit = { isOn, project: textOf(call.params, 'sls_project_name') ?? project };
      return { cluster_id: cluster.id, ...task() };
    }),
    GetClusterAuditProject: {
      rw: 'Read',
      route: 'GET /clusters/[clusterid]/audit',
      run: (call) => {
        const { isOn, project } = auditOf(clusterIn(cs, call));
        return { sls_project_name: project, audit_enabled: isOn };
      },
    },
    UpdateControlPlaneLog: write('PUT /clusters/[ClusterId]/controlplanelog', (call) => controlPlaneLog(cs, call)),
    CheckControlPlaneLogEnable: {
      rw: 'Read',
      route: 'GET /clusters/[ClusterId]/controlplanelog',
      run: (call) => clusterIn(cs, call).controlPlaneLog ?? { components: [], log_project: '', log_ttl: '' },
    },
  };
}

function auditOf({ id, audit }: AckCluster): NonNullable<AckCluster['audit']> {
  return audit ?? { isOn: true, project: `k8s-log-${id}` };
}

function controlPlaneLog(cs: CsState, call: Call): Answer {
  const cluster = clusterIn(cs, call);
  cluster.controlPlaneLog = {
    components: listOf(call.params, 'components'),
    log_project: textOf(call.params, 'log_project') ?? auditOf(cluster).project,
    log_ttl: textOf(call.params, 'log_ttl') ?? '30',
  };
  return { cluster_id: cluster.id, ...task() };
}
