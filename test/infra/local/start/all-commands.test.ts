import { describe, expect, it } from 'vitest';
import { commandPlays } from '../../../../infra/local/start/scenario/all-commands.ts';
import { containerServicePlays } from '../../../../infra/local/start/scenario/all-container-service.ts';
import { masterCommandPlays } from '../../../../infra/local/start/scenario/all-master-commands.ts';
import { nodeCommandPlays } from '../../../../infra/local/start/scenario/all-node-commands.ts';
import { ramPlays } from '../../../../infra/local/start/scenario/all-ram.ts';
import { leading, playedIn, surprises } from './played.ts';

/** Rows that a command's text can show on a worker, and those that stand only for masters. */
const ON_WORKERS = 'R07 R09 R10 R11 R32 R33 R34 R35 R36 R37 R44 R50 R51 R53 R55 R56 U07 U12';
const ON_MASTERS = 'R16 R17 R19 R20 R22';

describe('the scenario with everything', () => {
  it('tells commands on nodes and masters by what their text does', async () => {
    const played = await playedIn([commandPlays, masterCommandPlays, nodeCommandPlays]);

    expect(surprises(played)).toEqual([]);
    expect(leading(played)).toEqual(`${ON_WORKERS} ${ON_MASTERS}`.split(' ').toSorted());
  }, 60_000);

  it('tells what is asked of Container Service and of RAM', async () => {
    const played = await playedIn([containerServicePlays, ramPlays]);

    expect(surprises(played)).toEqual([]);
    expect(leading(played)).toEqual(['R23', 'R28', 'R58', 'U08']);
  }, 60_000);
});
