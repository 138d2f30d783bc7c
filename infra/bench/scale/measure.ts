import { runScale, type Scale, type ScaleFigures } from './run.ts';
import { buildFunctions, openScaleStage, type ScaleStage } from './stage.ts';

/** Runs one size after the other, then waits for the last messages of all: they come at the same pace everywhere. */
export async function measureScales(
  scales: readonly Scale[],
  deliverEveryMs?: number,
): Promise<readonly ScaleFigures[]> {
  const functions = await buildFunctions();
  const stages: ScaleStage[] = [];
  try {
    const runs = [];
    for (const size of scales) {
      const stage = await openScaleStage(functions, size.clusters);
      stages.push(stage);
      runs.push(await runScale(stage, size, deliverEveryMs));
    }
    return await Promise.all(runs.map(({ drained }) => drained));
  } finally {
    for (const stage of stages) await stage.close();
    await functions.remove();
  }
}
