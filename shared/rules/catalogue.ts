import type { Rule } from '../model/rule.ts';
import { apiServerLoadBalancerReused } from './cluster/api-server-load-balancer-reused.ts';
import { apiServerForwardingChanged } from './cluster/api-server-forwarding-changed.ts';
import { apiServerLoadBalancerDeleted } from './cluster/api-server-load-balancer-deleted.ts';
import { nodeSecurityGroupChanged } from './cluster/node-security-group-changed.ts';
import { nodeSecurityGroupWidened } from './cluster/node-security-group-widened.ts';
import { nodeReleased } from './cluster/node-released.ts';
import { nodeOsReplaced } from './cluster/node-os-replaced.ts';
import { nodeComponentsUpgraded } from './cluster/node-components-upgraded.ts';
import { nodeAddressChanged } from './cluster/node-address-changed.ts';
import { nodePublicAddressChanged } from './cluster/node-public-address-changed.ts';
import { nodeRuntimeConfigured } from './cluster/node-runtime-configured.ts';
import { nodeOsConfigured } from './cluster/node-os-configured.ts';
import { nodeClockChanged } from './cluster/node-clock-changed.ts';
import { foreignCapacityAdded } from './cluster/foreign-capacity-added.ts';
import { masterSecurityGroupChanged } from './master/security-group-changed.ts';
import { masterSecurityGroupWidened } from './master/security-group-widened.ts';
import { masterReleased } from './master/released.ts';
import { masterOsReplaced } from './master/os-replaced.ts';
import { masterControlPlaneUpgraded } from './master/control-plane-upgraded.ts';
import { masterCoreDataDeleted } from './master/core-data-deleted.ts';
import { masterAddressChanged } from './master/address-changed.ts';
import { masterPublicAddressChanged } from './master/public-address-changed.ts';
import { masterControlPlaneConfigured } from './master/control-plane-configured.ts';
import { masterCertificatesReplaced } from './master/certificates-replaced.ts';
import { masterMembershipChanged } from './master/membership-changed.ts';
import { masterClockChanged } from './master/clock-changed.ts';
import { ramPermissionsGranted } from './cluster/ram-permissions-granted.ts';
import { ramPermissionsRemoved } from './cluster/ram-permissions-removed.ts';
import { nodePoolScalingGroupDeleted } from './node-pool/scaling-group-deleted.ts';
import { nodePoolInstanceReleased } from './node-pool/instance-released.ts';
import { nodePoolScaledByHand } from './node-pool/scaled-by-hand.ts';
import { nodePoolBoundsChanged } from './node-pool/bounds-changed.ts';
import { nodePoolNodesAttachedWithoutBackup } from './node-pool/nodes-attached-without-backup.ts';
import { nodePoolSystemDiskResetAllowed } from './node-pool/system-disk-reset-allowed.ts';
import { ipForwardingDisabled } from './network/ip-forwarding-disabled.ts';
import { reversePathFilterEnabled } from './network/reverse-path-filter-enabled.ts';
import { tcpTwReuseEnabled } from './network/tcp-tw-reuse-enabled.ts';
import { tcpTwRecycleEnabled } from './network/tcp-tw-recycle-enabled.ts';
import { localPortRangeChanged } from './network/local-port-range-changed.ts';
import { firewallEnabled } from './network/firewall-enabled.ts';
import { clusterDnsCut } from './network/cluster-dns-cut.ts';
import { serviceLoadBalancerTagsChanged } from './network/service-load-balancer-tags-changed.ts';
import { serviceLoadBalancerChanged } from './network/service-load-balancer-changed.ts';
import { serviceLoadBalancerDeleted } from './network/service-load-balancer-deleted.ts';
import { nginxIngressUninstalled } from './network/nginx-ingress-uninstalled.ts';
import { nodeResolverChanged } from './network/node-resolver-changed.ts';
import { podEniChanged } from './network/pod-eni-changed.ts';
import { volumeDiskDeleted } from './storage/volume-disk-deleted.ts';
import { volumeDiskDetached } from './storage/volume-disk-detached.ts';
import { volumeUnmounted } from './storage/volume-unmounted.ts';
import { blockDeviceChanged } from './storage/block-device-changed.ts';
import { volumeDiskAttached } from './storage/volume-disk-attached.ts';
import { nasDirectoryDeleted } from './storage/nas-directory-deleted.ts';
import { nasAccessChanged } from './storage/nas-access-changed.ts';
import { nasDeleted } from './storage/nas-deleted.ts';
import { positionsDeleted } from './logs/positions-deleted.ts';
import { bufferDeleted } from './logs/buffer-deleted.ts';
import { componentUninstalled } from './logs/component-uninstalled.ts';
import { logStoreChanged } from './logs/log-store-changed.ts';
import { alertContactsChanged } from './usage/alert-contacts-changed.ts';
import { ackwatchChanged } from './usage/ackwatch-changed.ts';
import { addOnUninstalled } from './usage/add-on-uninstalled.ts';
import { ackMarksChanged } from './usage/ack-marks-changed.ts';
import { clusterNetworkChanged } from './usage/cluster-network-changed.ts';
import { clusterNetworkCut } from './usage/cluster-network-cut.ts';
import { nodeRuntimeChanged } from './usage/node-runtime-changed.ts';
import { nodeStopped } from './usage/node-stopped.ts';
import { scalingGroupChanged } from './usage/scaling-group-changed.ts';
import { virtualNodePodChanged } from './usage/virtual-node-pod-changed.ts';
import { upgradedOutsideAck } from './usage/upgraded-outside-ack.ts';
import { upgradeUnchecked } from './usage/upgrade-unchecked.ts';
import { upgradeWithoutBackup } from './usage/upgrade-without-backup.ts';
import { commandUnread } from './usage/command-unread.ts';
import { keyPathsChanged } from './usage/key-paths-changed.ts';
import { managedObjectsUnprotected } from './usage/managed-objects-unprotected.ts';
import { virtualNodeUninstalled } from './usage/virtual-node-uninstalled.ts';
import { evidenceCut } from './usage/evidence-cut.ts';

/** Every rule, in the order of the vendor's page. */
export const catalogue: readonly Rule[] = [
  apiServerLoadBalancerReused,
  apiServerForwardingChanged,
  apiServerLoadBalancerDeleted,
  nodeSecurityGroupChanged,
  nodeSecurityGroupWidened,
  nodeReleased,
  nodeOsReplaced,
  nodeComponentsUpgraded,
  nodeAddressChanged,
  nodePublicAddressChanged,
  nodeRuntimeConfigured,
  nodeOsConfigured,
  nodeClockChanged,
  foreignCapacityAdded,
  masterSecurityGroupChanged,
  masterSecurityGroupWidened,
  masterReleased,
  masterOsReplaced,
  masterControlPlaneUpgraded,
  masterCoreDataDeleted,
  masterAddressChanged,
  masterPublicAddressChanged,
  masterControlPlaneConfigured,
  masterCertificatesReplaced,
  masterMembershipChanged,
  masterClockChanged,
  ramPermissionsGranted,
  ramPermissionsRemoved,
  nodePoolScalingGroupDeleted,
  nodePoolInstanceReleased,
  nodePoolScaledByHand,
  nodePoolBoundsChanged,
  nodePoolNodesAttachedWithoutBackup,
  nodePoolSystemDiskResetAllowed,
  ipForwardingDisabled,
  reversePathFilterEnabled,
  tcpTwReuseEnabled,
  tcpTwRecycleEnabled,
  localPortRangeChanged,
  firewallEnabled,
  clusterDnsCut,
  serviceLoadBalancerTagsChanged,
  serviceLoadBalancerChanged,
  serviceLoadBalancerDeleted,
  nginxIngressUninstalled,
  nodeResolverChanged,
  podEniChanged,
  volumeDiskDeleted,
  volumeDiskDetached,
  volumeUnmounted,
  blockDeviceChanged,
  volumeDiskAttached,
  nasDirectoryDeleted,
  nasAccessChanged,
  nasDeleted,
  positionsDeleted,
  bufferDeleted,
  componentUninstalled,
  logStoreChanged,
  alertContactsChanged,
  addOnUninstalled,
  ackMarksChanged,
  clusterNetworkChanged,
  clusterNetworkCut,
  nodeRuntimeChanged,
  nodeStopped,
  scalingGroupChanged,
  virtualNodePodChanged,
  upgradedOutsideAck,
  upgradeUnchecked,
  upgradeWithoutBackup,
  commandUnread,
  keyPathsChanged,
  managedObjectsUnprotected,
  virtualNodeUninstalled,
  evidenceCut,
  ackwatchChanged,
];
