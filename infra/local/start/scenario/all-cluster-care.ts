import type { DemoAccount } from '../../demo/account.ts';
import { alert, type Play, silent } from './play-of.ts';

/** Add-ons, upgrades, alerts and guards, all asked of Container Service: played with `--all`. */
export function clusterCarePlays(demo: DemoAccount): readonly Play[] {
  return [...addOns(demo), ...care(demo)];
}

function addOns({ prod, legacy, edge }: DemoAccount): readonly Play[] {
  const uninstall = (clusterId: string, name: string): Play['call'] => ({
    product: 'cs',
    action: 'UnInstallClusterAddons',
    route: `POST /clusters/${clusterId}/components/uninstall`,
    params: { addons: [{ name }] },
  });
  return [
    {
      title: 'legacy checked before an upgrade, as it should be',
      as: 'alice',
      call: {
        product: 'cs',
        action: 'RunClusterCheck',
        route: `POST /clusters/${legacy.clusterId}/checks`,
        params: { type: 'ClusterUpgrade' },
      },
      expected: silent('approved'),
    },
    {
      title: 'The Nginx Ingress controller uninstalled',
      as: 'alice',
      call: uninstall(legacy.clusterId, 'nginx-ingress-controller'),
      expected: alert('R43'),
    },
    {
      title: 'CoreDNS uninstalled',
      as: 'alice',
      call: uninstall(edge.clusterId, 'coredns'),
      expected: alert('U04'),
    },
    {
      title: 'The component uninstalled that runs Pods on virtual nodes',
      as: 'alice',
      call: uninstall(prod.clusterId, 'ack-virtual-node'),
      expected: alert('E01'),
    },
  ];
}

function care({ prod, legacy, edge }: DemoAccount): readonly Play[] {
  return [
    {
      title: 'An add-on set on its own page, and a node pool upgraded there: the supported ways',
      as: 'alice',
      before: {
        call: {
          product: 'cs',
          action: 'ModifyClusterAddon',
          route: `POST /clusters/${edge.clusterId}/components/terway-eniip/config`,
          params: { config: '{"EnableTrunk":true}' },
        },
        paramsOf: () => ({}),
      },
      call: {
        product: 'cs',
        action: 'UpgradeClusterNodepool',
        route: `POST /clusters/${edge.clusterId}/nodepools/${edge.workers.pool}/upgrade`,
        params: { kubernetes_version: '1.35.0-aliyun.1', rolling_policy: { max_parallelism: 1 } },
      },
      expected: silent('approved'),
    },
    {
      title: 'Alerts of a cluster about its failures stopped',
      as: 'alice',
      call: {
        product: 'cs',
        action: 'StopAlert',
        route: `POST /alert/${prod.clusterId}/alert_rule/stop`,
        params: { alert_rule_group_name: 'cluster-error' },
      },
      expected: alert('U02'),
    },
    {
      title: 'kube-system left without its guard against deletion: an early sign',
      as: 'alice',
      call: {
        product: 'cs',
        action: 'UpdateResourcesDeleteProtection',
        route: `PUT /clusters/${prod.clusterId}/resources/protection`,
        params: { enable: false, resource_type: 'namespaces', resources: ['kube-system'] },
      },
      expected: alert('U14'),
    },
    {
      title: 'The checked cluster upgraded, without a backup',
      as: 'alice',
      call: {
        product: 'cs',
        action: 'UpgradeCluster',
        route: `POST /api/v2/clusters/${legacy.clusterId}/upgrade`,
        params: { next_version: '1.24.6-aliyun.1' },
      },
      expected: alert('U10'),
    },
  ];
}
