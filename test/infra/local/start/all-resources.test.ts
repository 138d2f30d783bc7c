import { describe, expect, it } from 'vitest';
import { classicLoadBalancerPlays } from '../../../../infra/local/start/scenario/all-classic-load-balancers.ts';
import { clusterCarePlays } from '../../../../infra/local/start/scenario/all-cluster-care.ts';
import { evidencePlays } from '../../../../infra/local/start/scenario/all-evidence.ts';
import { loadBalancerPlays } from '../../../../infra/local/start/scenario/all-load-balancers.ts';
import { masterPlays } from '../../../../infra/local/start/scenario/all-masters.ts';
import { networkAndStoragePlays } from '../../../../infra/local/start/scenario/all-network-storage.ts';
import { nodePlays } from '../../../../infra/local/start/scenario/all-nodes.ts';
import { leading, playedIn, surprises } from './played.ts';

describe('the scenario with everything', () => {
  it('tells what is done to nodes, masters and what they come from', async () => {
    const played = await playedIn([nodePlays, masterPlays]);

    expect(surprises(played)).toEqual([]);
    expect(leading(played)).toEqual('R05 R06 R12 R13 R15 R18 R27 R30 R31 R38 R52 U05'.split(' '));
  }, 60_000);

  it('tells what is done to load balancers, networks and volumes', async () => {
    const played = await playedIn([classicLoadBalancerPlays, loadBalancerPlays, networkAndStoragePlays]);

    expect(surprises(played)).toEqual([]);
    expect(leading(played)).toEqual('R01 R02 R03 R05 R08 R39 R40 R42 R45 R49 R54 U05'.split(' '));
  }, 60_000);

  it('tells what is asked of Container Service, and what would blind those who watch', async () => {
    const played = await playedIn([clusterCarePlays, evidencePlays]);

    expect(surprises(played)).toEqual([]);
    expect(leading(played)).toEqual('E01 E02 E03 R43 U02 U04 U10 U14'.split(' '));
  }, 60_000);
});
