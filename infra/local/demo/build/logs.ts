import { aLogstore, aProject } from '../../cloud/sls/state.ts';
import type { World } from '../../cloud/world.ts';

/** The log project of a cluster as its log component and its audit log keep it. */
export function addLogs({ sls, region }: World, clusterId: string): void {
  const project = `k8s-log-${clusterId}`;
  sls.projects.set(project, aProject({ projectName: project, region }));
  for (const [logstoreName, ttl] of [
    [`audit-${clusterId}`, 365],
    ['nginx-ingress', 30],
  ] as const) {
    sls.logstores.set(`${project}/${logstoreName}`, aLogstore({ logstoreName, ttl }));
  }
  const groupName = `k8s-group-${clusterId}`;
  sls.machineGroups.set(`${project}/${groupName}`, {
    groupName,
    groupType: '',
    machineIdentifyType: 'userdefined',
    groupAttribute: {},
    machineList: [groupName],
    configs: ['k8s-nginx-ingress'],
  });
  sls.configs.set(`${project}/k8s-nginx-ingress`, {
    configName: 'k8s-nginx-ingress',
    isPipeline: false,
    body: { inputType: 'plugin', outputType: 'LogService', outputDetail: { logstoreName: 'nginx-ingress' } },
  });
}
