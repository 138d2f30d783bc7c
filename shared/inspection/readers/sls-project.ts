import { contentOf, type Fields } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Reader } from '../reader.ts';

const FIELDS: Fields = {
  description: 'text',
  status: 'text',
  region: 'text',
  resourceGroupId: 'text',
  dataRedundancyType: 'text',
};

/** The project in which a cluster's logs are, its audit log among them. */
export const slsProject: Reader = {
  kind: 'sls.project',
  aspect: 'configuration',
  effects: ['deleted'],
  batch: 1,
  read: oneByOne(async (place, project) =>
    contentOf(await answerOf(place, 'sls', 'GetProject', { project }, { projectName: project }), FIELDS),
  ),
  predict: byAction({ DeleteProject: gone }),
  // Only the console can take it out of there.
  restore: ({ id }) => ({
    possible: 'unknown',
    notes: [`Look for ${id} in the recycle bin of Log Service: a deleted project stays there for some days.`],
  }),
};
