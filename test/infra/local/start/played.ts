import { releaseByPlatform } from '../../../../infra/local/cloud/platform.ts';
import type { DemoAccount } from '../../../../infra/local/demo/account.ts';
import type { Delivered } from '../../../../infra/local/dingtalk/robot.ts';
import type { Decided } from '../../../../infra/local/start/decisions.ts';
import { createFeed } from '../../../../infra/local/start/feed.ts';
import { play } from '../../../../infra/local/start/play.ts';
import type { Play } from '../../../../infra/local/start/scenario/play-of.ts';
import { signersOf } from '../../../../infra/local/start/signers.ts';
import { inWords, type Played } from '../../../../infra/local/start/step.ts';
import type { Params } from '../../../../shared/model/params.ts';
import { aWatchedAccount } from '../../../flow/watched-account.ts';

/** Plays the lists one after the other in one account: signed calls to the local cloud, decided by the real path. */
export async function playedIn(lists: readonly ((demo: DemoAccount) => readonly Play[])[]): Promise<readonly Played[]> {
  const { take, local, account, ...demo } = await aWatchedAccount();
  const decisions = createFeed<Decided>();
  const messages = createFeed<Delivered>();
  account.trail.subscribe((record) => {
    void take([record]).then(({ findings, disregarded: [silence] }) => {
      const told = findings.map(({ id, rows, severity, isAlert }) => ({ id, rows, severity, isAlert }));
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
  const platform = (params: Params) => releaseByPlatform(account, params);
  const stage = { target, signers: signersOf(demo), platform, decisions, messages, patienceMs: 5_000 };
  const played: Played[] = [];
  for (const step of lists.flatMap((list) => list(demo))) played.push(await play(step, stage));
  return played;
}

/** What differed from what was expected. */
export function surprises(played: readonly Played[]): readonly string[] {
  return played.filter(({ isAsExpected }) => !isAsExpected).map(({ step, got }) => `${step.title}: ${inWords(got)}`);
}

/** The rows that lead an alert, each once, sorted. */
export function leading(played: readonly Played[]): readonly string[] {
  return [...new Set(played.flatMap(({ got }) => (got.news === 'alert' ? [got.row] : [])))].toSorted();
}
