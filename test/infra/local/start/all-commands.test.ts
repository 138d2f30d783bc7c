import { describe, expect, it } from 'vitest';
import type { DemoAccount } from '../../../../infra/local/demo/account.ts';
import type { Delivered } from '../../../../infra/local/dingtalk/robot.ts';
import type { Decided } from '../../../../infra/local/start/decisions.ts';
import { createFeed } from '../../../../infra/local/start/feed.ts';
import { play } from '../../../../infra/local/start/play.ts';
import { commandPlays } from '../../../../infra/local/start/scenario/all-commands.ts';
import { containerServicePlays } from '../../../../infra/local/start/scenario/all-container-service.ts';
import { masterCommandPlays } from '../../../../infra/local/start/scenario/all-master-commands.ts';
import { nodeCommandPlays } from '../../../../infra/local/start/scenario/all-node-commands.ts';
import { ramPlays } from '../../../../infra/local/start/scenario/all-ram.ts';
import type { Play } from '../../../../infra/local/start/scenario/play-of.ts';
import { signersOf } from '../../../../infra/local/start/signers.ts';
import { inWords, type Played } from '../../../../infra/local/start/step.ts';
import { aWatchedAccount } from '../../../flow/watched-account.ts';

/** Plays the lists one after the other in one account: signed calls to the local cloud, decided by the real path. */
async function playedIn(lists: readonly ((demo: DemoAccount) => readonly Play[])[]): Promise<readonly Played[]> {
  const { take, local, account, ...demo } = await aWatchedAccount();
  const decisions = createFeed<Decided>();
  const messages = createFeed<Delivered>();
  account.trail.subscribe((record) => {
    void take([record]).then(({ findings, disregarded: [silence] }) => {
      const told = findings.map(({ id, rows, isAlert }) => ({ id, row: rows[0] ?? '', isAlert }));
      for (const { id } of told) {
        messages.push({ at: new Date(), message: { msgtype: 'markdown', markdown: { title: '', text: id } } });
      }
      const operation = `${record.serviceName}:${record.eventName}`;
      decisions.push({
        eventId: record.eventId,
        operation,
        at: new Date(),
        findings: told,
        ...(silence === undefined ? {} : { silence }),
      });
    });
  });
  const target = { endpoint: local.origin, region: account.region };
  const stage = { target, signers: signersOf(demo), decisions, messages, patienceMs: 5_000 };
  const played: Played[] = [];
  for (const step of lists.flatMap((list) => list(demo))) played.push(await play(step, stage));
  return played;
}

/** What differed from what was expected. */
function surprises(played: readonly Played[]): readonly string[] {
  return played.filter(({ isAsExpected }) => !isAsExpected).map(({ step, got }) => `${step.title}: ${inWords(got)}`);
}

/** The rows that lead an alert, each once, sorted. */
function leading(played: readonly Played[]): readonly string[] {
  return [...new Set(played.flatMap(({ got }) => (got.news === 'alert' ? [got.row] : [])))].toSorted();
}

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
