import type { Json } from '../../model/change.ts';
import { listOf, objectsOf, textOf } from '../../model/params.ts';
import { type Content, isContent, textIn } from '../content.ts';
import { contentOf, type Fields, membersOf } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Place, type Reader, theOne } from '../reader.ts';
import { albEntriesOf, restoreAlbAcl } from '../restore/alb-acl.ts';

const ENTRY: Fields = { Entry: 'text', Description: 'text' };
/** More pages than this no access control list fills. */
const MOST_PAGES = 20;

/** An access control list (访问控制策略组) of Application Load Balancers. */
export const albAcl: Reader = {
  kind: 'alb.acl',
  aspect: 'configuration',
  effects: ['acl-changed', 'name-changed', 'created'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const answer = await answerOf(place, 'alb', 'ListAcls', { AclIds: [id] }, 'Acls');
    const acl = theOne(answer['Acls'], 'AclId', id);
    if (acl === undefined) return null;
    const own = contentOf(acl, { AclName: 'text', ResourceGroupId: 'text' });
    return { ...own, AclEntries: await readEntries(place, id) };
  }),
  predict: byAction({
    DeleteAcl: gone,
    AddEntriesToAcl: ({ params }, _, before) => {
      const named = objectsOf(params, 'AclEntries').map((entry) =>
        contentOf({ Entry: textOf(entry, 'Entry'), Description: textOf(entry, 'Description') }, ENTRY),
      );
      if (!isContent(before) || named.length === 0) return undefined;
      const had = albEntriesOf(before);
      const fresh = named.filter((one) => !had.some((entry) => entry['Entry'] === one['Entry']));
      return { ...before, AclEntries: [...had, ...fresh] };
    },
    RemoveEntriesFromAcl: ({ params }, _, before) => {
      const named = listOf(params, 'Entries');
      if (!isContent(before) || named.length === 0) return undefined;
      const AclEntries = albEntriesOf(before).filter((entry) => !named.includes(textIn(entry, 'Entry') ?? ''));
      return { ...before, AclEntries };
    },
    UpdateAclAttribute: ({ params }, _, before): Json | undefined => {
      const AclName = textOf(params, 'AclName');
      return isContent(before) && AclName !== undefined ? { ...before, AclName } : undefined;
    },
  }),
  restore: restoreAlbAcl,
};

async function readEntries(place: Place, id: string): Promise<readonly Content[]> {
  const found: Content[] = [];
  let NextToken: unknown;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await answerOf(
      place,
      'alb',
      'ListAclEntries',
      { AclId: id, MaxResults: 100, NextToken },
      'AclEntries',
    );
    found.push(...membersOf(answer['AclEntries']).map((entry) => contentOf(entry, ENTRY)));
    NextToken = answer['NextToken'];
    if (typeof NextToken !== 'string' || NextToken === '') break;
  }
  return found;
}
