import { describe, expect, it } from 'vitest';
import { actiontrailProduct } from '../../../../infra/local/cloud/actiontrail/product.ts';
import { createTrail } from '../../../../infra/local/cloud/actiontrail/trail.ts';
import { albProduct } from '../../../../infra/local/cloud/alb/product.ts';
import { createAlbState } from '../../../../infra/local/cloud/alb/state.ts';
import { csProduct } from '../../../../infra/local/cloud/cs/product.ts';
import { createCsState } from '../../../../infra/local/cloud/cs/state.ts';
import { eciProduct } from '../../../../infra/local/cloud/eci/product.ts';
import { createEciState } from '../../../../infra/local/cloud/eci/state.ts';
import { ecsProduct } from '../../../../infra/local/cloud/ecs/product.ts';
import { createEcsState } from '../../../../infra/local/cloud/ecs/state.ts';
import { efloControllerProduct, efloProduct } from '../../../../infra/local/cloud/eflo/product.ts';
import { createEfloState } from '../../../../infra/local/cloud/eflo/state.ts';
import { essProduct } from '../../../../infra/local/cloud/ess/product.ts';
import { createEssState } from '../../../../infra/local/cloud/ess/state.ts';
import { nlbProduct } from '../../../../infra/local/cloud/nlb/product.ts';
import { createNlbState } from '../../../../infra/local/cloud/nlb/state.ts';
import { nasProduct } from '../../../../infra/local/cloud/nas/product.ts';
import { createNasState } from '../../../../infra/local/cloud/nas/state.ts';
import { slbProduct } from '../../../../infra/local/cloud/slb/product.ts';
import { createSlbState } from '../../../../infra/local/cloud/slb/state.ts';
import { tagProduct } from '../../../../infra/local/cloud/tag/product.ts';
import { createEipState } from '../../../../infra/local/cloud/vpc/eip-state.ts';
import { vpcProduct } from '../../../../infra/local/cloud/vpc/product.ts';
import { createVpcState } from '../../../../infra/local/cloud/vpc/state.ts';
import { tables } from '../../../../shared/operations/tables.ts';

/**
 * Risky actions that the local cloud does not play, so that nobody can try them on one machine: deprecated twins of
 * other products' calls, names that only the console uses, supported ways through ACK that change nothing here, and what
 * needs products that are not here (dedicated hosts, CloudMonitor, ECI, tag policies).
 */
const NOT_PLAYED: Readonly<Record<string, readonly string[]>> = {
  Slb: [
    'AssociateLoadBalancerWithCen',
    'CreateLoadBalancerTCPSListener',
    'CreateMasterSlaveVServerGroup',
    'CreateProtectedDomain',
    'CreateRulesEx',
    'DeleteMasterSlaveVServerGroup',
    'DeleteProtectedDomain',
    'DeleteRulesEx',
    'Modify',
    'Release',
    'SetLoadBalancerTCPSListenerAttribute',
    'SetRuleEx',
  ],
  Alb: ['ApplyHealthCheckTemplateToServerGroup', 'ModifyCapacityReservation', 'Release'],
  Nlb: ['Release'],
  Ecs: [
    'AssociateEipAddress',
    'ConvertNatPublicIpToEip',
    'CreateRouteEntry',
    'DeleteAutoProvisioningGroup',
    'DeleteEniQosGroup',
    'DeleteNatGateway',
    'DeleteRouteEntry',
    'DeleteVSwitch',
    'DeleteVpc',
    'DeleteVsc',
    'JoinEniQosGroup',
    'LeaveEniQosGroup',
    'ModifyAutoProvisioningGroup',
    'ModifyCloudAssistantSettings',
    'ModifyDedicatedHostAutoReleaseTime',
    'ModifyDedicatedHostAutoRenewAttribute',
    'ModifyDiskDeployment',
    'ModifyEniQosGroup',
    'RedeployDedicatedHost',
    'Refund',
    'Release',
    'ReleaseDedicatedHost',
    'ReleaseEipAddress',
    'UnassociateEipAddress',
  ],
  Ess: [
    'ApplyEciScalingConfiguration',
    'ApplyScalingGroup',
    'AttachDBInstances',
    'ChangeResourceGroup',
    'CompleteLifecycleAction',
    'CreateAlarm',
    'CreateEciScalingConfiguration',
    'DeleteAlarm',
    'DeleteEciScalingConfiguration',
    'DetachDBInstances',
    'DisableAlarm',
    'EnableAlarm',
    'ModifyAlarm',
    'ModifyEciScalingConfiguration',
    'RecordLifecycleActionHeartbeat',
  ],
  Tag: ['AttachPolicy', 'CreateAssociatedResourceRules', 'ModifyPolicy', 'UpdateAssociatedResourceRule'],
  Eci: [],
  Actiontrail: [],
  CS: [
    'CancelClusterUpgrade',
    'CancelComponentUpgrade',
    'CleanClusterUserPermissions',
    'CleanUserPermissions',
    'CreateNodePoolComponentInstances',
    'DeleteAlertContact',
    'DeleteAlertContactGroup',
    'DeleteClusterNodepool',
    'DeleteNodePoolComponentInstance',
    'FixNodePoolVuls',
    'GrantPermissions',
    'InstallNodePoolComponents',
    'MigrateCluster',
    'ModifyCluster',
    'ModifyClusterConfiguration',
    'ModifyNodePoolNodeConfig',
    'PauseClusterUpgrade',
    'PauseComponentUpgrade',
    'RemoveClusterNodes',
    'ResumeComponentUpgrade',
    'ResumeUpgradeCluster',
    'RunNodeOperation',
    'ScaleOutCluster',
    'UpdateNodePoolComponent',
    'UpdateNodePoolComponentInstance',
    'UpdateUserPermissions',
  ],
  eflo: [
    'AssignPrivateIpAddress',
    'DeleteErAttachment',
    'DeleteErRouteMap',
    'DeleteVccRouteEntry',
    'RefundVcc',
    'SwitchVccConnection',
    'UnAssignPrivateIpAddress',
    'UpdateErRouteMap',
    'UpdateLeniPrivateIpAddress',
  ],
  'eflo-controller': [
    'ApproveOperation',
    'DeleteHyperNode',
    'DeleteVsc',
    'RunCommand',
    'SendFile',
    'TagResources',
    'UntagResources',
  ],
  NAS: [
    'AddClientToBlackList',
    'CreateRecycleBinDeleteJob',
    'DetachVscFromFilesystems',
    'DisableAndCleanRecycleBin',
    'DisableNfsAcl',
    'DisableSmbAcl',
    'EnableNfsAcl',
    'EnableSmbAcl',
    'ModifySmbAcl',
    'Release',
    'ResetFileSystem',
  ],
  Vpc: ['AssociateHaVip', 'ReleaseIpv6Address', 'UnassociateHaVip'],
};

const state = {
  slb: createSlbState(),
  alb: createAlbState(),
  nlb: createNlbState(),
  ecs: createEcsState(),
  ess: createEssState(),
};
const PRODUCTS = [
  slbProduct(state.slb, state.ecs),
  albProduct(state.alb),
  nlbProduct(state.nlb),
  ecsProduct(state.ecs),
  essProduct(state.ess, state.ecs),
  tagProduct(state),
  vpcProduct(createVpcState(), createEipState()),
  nasProduct(createNasState()),
  efloProduct(createEfloState()),
  efloControllerProduct(createEfloState()),
  eciProduct(createEciState()),
  csProduct(createCsState(), state, () => undefined),
  actiontrailProduct(createTrail({ clock: () => new Date() }), new Map()),
];

function riskyActionsOf(serviceName: string): readonly string[] {
  return Object.keys(tables.find((table) => table.service === serviceName)?.actions ?? {});
}

describe('the local cloud', () => {
  it.each(PRODUCTS)('plays every risky action of $serviceName but those that are listed', (product) => {
    const missing = riskyActionsOf(product.serviceName).filter((action) => !(action in product.operations));

    expect(missing.toSorted()).toEqual(NOT_PLAYED[product.serviceName]);
  });

  it.each(PRODUCTS)('leaves a record of every risky action of $serviceName that it plays', (product) => {
    const played = riskyActionsOf(product.serviceName).flatMap((action) => product.operations[action] ?? []);

    expect(played.filter((operation) => operation.rw !== 'Write' || operation.references === undefined)).toEqual([]);
  });
});
