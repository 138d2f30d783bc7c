import { textOf, valueOf } from '../../model/params.ts';
import { isContent, textIn } from '../content.ts';
import { answerOf, byAction, gone, oneByOne, type Reader } from '../reader.ts';
import { documentIn, documentOf, restorePolicy } from '../restore/ram.ts';

/** A custom policy: which version is in force, and what it says. */
export const ramPolicy: Reader = {
  kind: 'ram.policy',
  aspect: 'configuration',
  effects: ['permission-changed', 'permission-removed'],
  batch: 1,
  read: oneByOne(async (place, PolicyName) => {
    const answer = await answerOf(
      place,
      'ram',
      'GetPolicy',
      { PolicyName, PolicyType: 'Custom' },
      { 'Policy.PolicyName': PolicyName },
    );
    const version = answer['DefaultPolicyVersion'];
    const said = isContent(version) ? version : {};
    return {
      DefaultVersion: textIn(said, 'VersionId') ?? '',
      PolicyDocument: documentOf(textIn(said, 'PolicyDocument')),
    };
  }),
  predict: byAction({
    DeletePolicy: gone,
    // Which version that is, the cloud decides.
    CreatePolicyVersion: ({ params, response }, _, before) => {
      const PolicyDocument = documentIn(params, 'PolicyDocument');
      const [made] = [valueOf(response, 'PolicyVersion')].filter(isContent);
      const DefaultVersion = textIn(made, 'VersionId');
      if (!isContent(before) || PolicyDocument === undefined || DefaultVersion === undefined) return undefined;
      return { DefaultVersion, PolicyDocument };
    },
    DeletePolicyVersion: ({ params }, _, before) =>
      isContent(before) && textOf(params, 'VersionId') !== textIn(before, 'DefaultVersion') ? before : undefined,
  }),
  restore: restorePolicy,
};
