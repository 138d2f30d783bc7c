import type { DemoAccount } from '../../demo/account.ts';
import { classicLoadBalancerPlays } from './all-classic-load-balancers.ts';
import { clusterCarePlays } from './all-cluster-care.ts';
import { commandPlays } from './all-commands.ts';
import { containerServicePlays } from './all-container-service.ts';
import { evidencePlays } from './all-evidence.ts';
import { loadBalancerPlays } from './all-load-balancers.ts';
import { masterCommandPlays } from './all-master-commands.ts';
import { masterPlays } from './all-masters.ts';
import { networkAndStoragePlays } from './all-network-storage.ts';
import { nodeCommandPlays } from './all-node-commands.ts';
import { nodePlays } from './all-nodes.ts';
import { ramPlays } from './all-ram.ts';
import { harmlessPlays } from './harmless.ts';
import type { Play } from './play-of.ts';
import { riskyPlays } from './risky.ts';

/** A heading and what is played under it. */
export type Section = readonly [title: string, plays: readonly Play[]];

/** The usual scenario, and with `--all` the other products besides. */
export function sectionsOf(demo: DemoAccount, all: boolean): readonly Section[] {
  const usual: readonly Section[] = [
    ['Risky operations', riskyPlays(demo)],
    ['Harmless operations', harmlessPlays(demo)],
  ];
  if (!all) return usual;
  return [
    ...usual,
    ['Commands on nodes', commandPlays(demo)],
    ['Commands on masters', masterCommandPlays(demo)],
    ['Commands on the network and the disks of nodes', nodeCommandPlays(demo)],
    ['Container Service', containerServicePlays(demo)],
    ['RAM', ramPlays(demo)],
    ['Newer load balancers and public addresses', loadBalancerPlays(demo)],
    ['Networks, volumes, Lingjun nodes and virtual nodes', networkAndStoragePlays(demo)],
    ['Nodes, and what they come from', nodePlays(demo)],
    ['Masters', masterPlays(demo)],
    ['Classic Load Balancers', classicLoadBalancerPlays(demo)],
    ['Add-ons, upgrades and alerts', clusterCarePlays(demo)],
    ['What would blind those who watch', evidencePlays(demo)],
  ];
}
