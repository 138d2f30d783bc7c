import type { Condition, OperationTable } from '../model/operation.ts';
import { names } from './names.ts';
import { ADJACENT, on, type More } from './touch.ts';

const cluster = on('cs.cluster', 'ClusterId');
const pool = on('cs.node-pool', 'NodepoolId');
const contact = on('cs.alert-contact', 'contact_ids', 'contact_group_ids');
const conditional = { strength: 'conditional' } as const satisfies More;
const sequence = { strength: 'sequence' } as const satisfies More;
/** The supported way: recorded, because it explains what ACK's roles do next, and quiet. */
const supported = cluster('configured-through-ack', { strength: 'approved' });
const approved = [supported];
/** Right, unless the node pool scales by itself: then two hands turn one wheel. */
const scaled = { ...conditional, value: ['count', 'nodes', 'release_node'] };
const permissions = on('cs.cluster', 'body.cluster')('permission-changed', ADJACENT);

const LOG_COMPONENTS = ['logtail-ds', 'loongcollector', 'alibaba-log-controller'];
const INGRESS_CONTROLLERS = ['nginx-ingress-controller'];
const VIRTUAL_NODES = ['ack-virtual-node'];

/** What each write of ActionTrail's service CS (ACK itself) does. Its path parameters are spelled in four ways. */
export const cs: OperationTable = {
  service: 'CS',
  versions: ['2015-12-15'],
  actions: {
    AttachInstances: [cluster('nodes-attached', { ...sequence, value: ['instances', 'format_disk'] }), supported],
    AttachInstancesToNodePool: [
      pool('nodes-attached', { ...sequence, value: ['instances', 'format_disk'] }),
      supported,
    ],
    CancelClusterUpgrade: approved,
    CancelComponentUpgrade: approved,
    CleanClusterUserPermissions: [cluster('permission-changed', { ...ADJACENT, value: ['Uid'] })],
    CleanUserPermissions: [on('ram.user', 'Uid')('permission-changed', ADJACENT)],
    CreateAutoRepairPolicy: [cluster('auto-repair-changed', { ...sequence, value: ['rules'] })],
    CreateNodePoolComponentInstances: approved,
    DeleteAlertContact: [contact('alert-contacts-changed', ADJACENT)],
    DeleteAlertContactGroup: [contact('alert-contacts-changed', ADJACENT)],
    DeleteClusterNodepool: approved,
    DeleteClusterNodes: [cluster('capacity-changed', scaled)],
    DeleteNodePoolComponentInstance: approved,
    FixNodePoolVuls: approved,
    GrantPermissions: [permissions],
    InstallClusterAddons: approved,
    InstallNodePoolComponents: approved,
    MigrateCluster: approved,
    ModifyAutoRepairPolicy: [cluster('auto-repair-changed', { ...sequence, value: ['rules'] })],
    ModifyCluster: approved,
    ModifyClusterAddon: approved,
    ModifyClusterConfiguration: approved,
    ModifyClusterNodePool: [
      pool('capacity-changed', {
        ...conditional,
        value: ['scaling_group'],
        when: {
          any: [{ present: 'scaling_group.desired_size' }, { present: 'body.scaling_group.desired_size' }],
        },
      }),
      supported,
    ],
    ModifyNodePoolNodeConfig: approved,
    PauseClusterUpgrade: approved,
    PauseComponentUpgrade: approved,
    RemoveClusterNodes: [cluster('capacity-changed', scaled)],
    RemoveNodePoolNodes: [pool('capacity-changed', scaled)],
    RepairClusterNodePool: [pool('auto-repair-changed', { ...sequence, value: ['nodes', 'operations'] })],
    ResumeComponentUpgrade: approved,
    ResumeUpgradeCluster: approved,
    RunClusterCheck: [cluster('upgrade-checked', { strength: 'approved' })],
    RunNodeOperation: approved,
    ScaleClusterNodePool: [pool('capacity-changed', scaled)],
    ScaleOutCluster: [cluster('capacity-changed', scaled)],
    StartAlert: [cluster('alert-contacts-changed', ADJACENT)],
    StopAlert: [cluster('alert-contacts-changed', ADJACENT)],
    UnInstallClusterAddons: [
      cluster('log-component-uninstalled', { value: ['addons'], when: addOn(LOG_COMPONENTS) }),
      cluster('virtual-node-uninstalled', { value: ['addons'], when: addOn(VIRTUAL_NODES) }),
      cluster('ingress-controller-uninstalled', {
        ...conditional,
        value: ['addons'],
        when: addOn(INGRESS_CONTROLLERS),
      }),
      cluster('add-on-uninstalled', {
        ...conditional,
        value: ['addons'],
        when: { not: addOn([...LOG_COMPONENTS, ...VIRTUAL_NODES]) },
      }),
    ],
    UpdateClusterAuditLogConfig: [
      cluster('recording-changed', { ...conditional, value: ['disable'], when: { equals: ['disable', 'true'] } }),
      cluster('recording-changed', {
        ...ADJACENT,
        value: ['sls_project_name'],
        when: { not: { equals: ['disable', 'true'] } },
      }),
    ],
    UpdateContactGroupForAlert: [cluster('alert-contacts-changed', ADJACENT)],
    UpdateControlPlaneLog: [cluster('recording-changed', { ...ADJACENT, value: ['components', 'log_project'] })],
    UpdateNodePoolComponent: approved,
    UpdateNodePoolComponentInstance: approved,
    UpdateResourcesDeleteProtection: [
      cluster('ingress-protection-lifted', unprotected(['service', 'services'], 'nginx-ingress-lb')),
      cluster('system-protection-lifted', unprotected(['namespace', 'namespaces'], 'kube-system')),
    ],
    UpdateUserPermissions: [permissions],
    UpgradeCluster: [cluster('upgraded', { ...sequence, value: ['next_version', 'version'] }), supported],
    UpgradeClusterAddons: approved,
    UpgradeClusterNodepool: approved,
  },
  ignored: names(`
    CancelOperationPlan CancelTask CreateAutoscalingConfig CreateCluster CreateClusterDiagnosis
    CreateClusterInspectConfig CreateClusterNodePool CreateKubernetesTrigger CreateTemplate CreateTrigger
    DeleteAutoRepairPolicy DeleteCluster DeleteClusterInspectConfig DeleteKubernetesTrigger DeletePolicyInstance
    DeleteTemplate DeleteTrigger DeployPolicyInstance ModifyClusterTags ModifyPolicyInstance OpenAckService PauseTask
    ResumeTask RevokeK8sClusterKubeConfig RunClusterInspect ScanClusterVuls SyncClusterNodePool TagResources
    UntagResources UpdateClusterInspectConfig UpdateK8sClusterUserConfigExpire UpdateKMSEncryption UpdateTemplate
  `),
};

/** The list of add-ons stands in `addons`, or is the body itself. */
function addOn(any: readonly string[]): Condition {
  return { any: [{ oneOf: ['addons.name', any] }, { oneOf: ['body.name', any] }] };
}

/** The call that lifts the protection of this object, or that does not say of which. */
function unprotected(types: readonly string[], name: string): More {
  return {
    strength: 'precursor',
    value: ['resources', 'namespace'],
    when: {
      all: [
        { equals: ['enable', 'false'] },
        { oneOf: ['resource_type', types] },
        { any: [{ equals: ['resources', name] }, { not: { present: 'resources' } }] },
      ],
    },
  };
}
