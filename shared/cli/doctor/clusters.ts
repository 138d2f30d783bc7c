import { listClusters } from '../../inventory/clusters.ts';
import { CALL_MS, fail, type Line, pass, type Patient } from './check.ts';

/** Which clusters are found in each region. */
export async function checkClusters({ cloud, account }: Patient): Promise<readonly Line[]> {
  const { accountId, regions } = account;
  return Promise.all(
    regions.map(async (region): Promise<Line> => {
      const found = await listClusters(cloud, { accountId, region, deadline: Date.now() + CALL_MS });
      if (!found.complete) {
        return fail(
          `clusters in ${region}: ${found.problem}`,
          'Check the permission cs:DescribeClustersV1 and the region.',
        );
      }
      const names = found.items.map(({ name }) => name).join(', ');
      if (names !== '') return pass(`clusters in ${region}: ${names}`);
      return fail(`clusters in ${region}: none`, 'Name the regions of the clusters in --regions and ACKWATCH_REGIONS.');
    }),
  );
}
