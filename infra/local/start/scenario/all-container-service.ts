import type { DemoAccount } from '../../demo/account.ts';
import { alert, type Play } from './play-of.ts';

/** Container Service asked for what its manual warns of: played with `--all`. */
export function containerServicePlays({ prod, edge }: DemoAccount): readonly Play[] {
  return [
    {
      title: 'A cluster upgraded without a check before',
      as: 'alice',
      call: {
        product: 'cs',
        action: 'UpgradeCluster',
        route: `POST /api/v2/clusters/${edge.clusterId}/upgrade`,
        params: { next_version: '1.35.0-aliyun.1' },
      },
      expected: alert('U08'),
    },
    {
      title: 'The log collector uninstalled',
      as: 'alice',
      call: {
        product: 'cs',
        action: 'UnInstallClusterAddons',
        route: `POST /clusters/${prod.clusterId}/components/uninstall`,
        params: { addons: [{ name: 'loongcollector' }] },
      },
      expected: alert('R58'),
    },
    {
      title: 'An auto-scaling node pool scaled by hand, though in its console',
      as: 'alice',
      call: {
        product: 'cs',
        action: 'ScaleClusterNodePool',
        route: `POST /clusters/${prod.clusterId}/nodepools/${prod.elastic.pool}`,
        params: { count: 1 },
      },
      expected: alert('R28'),
    },
  ];
}
