import { readHistory } from '../../reconcile/history.ts';
import { CALL_MS, fail, failed, type Line, pass, type Patient } from './check.ts';

const WEEK_MS = 7 * 86_400_000;

/** Whether ActionTrail records and tells what was written in each region. */
export async function checkTrail({ cloud, account }: Patient): Promise<readonly Line[]> {
  return Promise.all(
    account.regions.map(async (region): Promise<Line> => {
      const [to, deadline] = [new Date(), Date.now() + CALL_MS];
      try {
        const { records } = await readHistory(cloud, { region, from: new Date(to.getTime() - WEEK_MS), to, deadline });
        if (records.length > 0) return pass(`ActionTrail in ${region} records writes`);
        const text = `ActionTrail in ${region} knows of no write in the last seven days`;
        return fail(
          text,
          'Change something harmless, such as a tag, wait ten minutes, and look at the console of ActionTrail.',
        );
      } catch (error) {
        return failed(`ActionTrail in ${region}`, error);
      }
    }),
  );
}
