import type { Json } from '../../model/change.ts';
import { objectsOf, textOf } from '../../model/params.ts';
import { type Content, isContent } from '../content.ts';
import { contentOf, type Fields, membersOf } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Predict, type Reader } from '../reader.ts';
import { restoreNetworkAcl } from '../restore/network-acl.ts';

const ENTRY: Fields = {
  NetworkAclEntryName: 'text',
  Policy: 'word',
  Protocol: 'word',
  Port: 'text',
  SourceCidrIp: 'text',
  DestinationCidrIp: 'text',
  Description: 'text',
};
const DIRECTIONS = ['Ingress', 'Egress'] as const;

/** A network ACL (网络 ACL): what may enter and leave the vSwitches that it guards. The first entry that fits decides. */
export const vpcNetworkAcl: Reader = {
  kind: 'vpc.network-acl',
  aspect: 'configuration',
  effects: ['deleted', 'network-acl-changed'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const answer = await answerOf(
      place,
      'vpc',
      'DescribeNetworkAclAttributes',
      { NetworkAclId: id },
      { 'NetworkAclAttribute.NetworkAclId': id },
    );
    const acl = isContent(answer['NetworkAclAttribute']) ? answer['NetworkAclAttribute'] : {};
    const entries = DIRECTIONS.map((direction): [string, Json] => {
      const all = membersOf(acl[`${direction}AclEntries`]);
      return [direction, ranked(all.filter(({ EntryType = 'custom' }) => EntryType === 'custom'))];
    });
    return { ...contentOf(acl, { NetworkAclName: 'text', VpcId: 'text' }), ...Object.fromEntries(entries) };
  }),
  predict: byAction({ DeleteNetworkAcl: gone, UpdateNetworkAclEntries: updated }),
  restore: restoreNetworkAcl,
};

/** By rank: the order of lists counts for nothing when states are compared, and that of entries counts. */
function ranked(entries: readonly Readonly<Record<string, unknown>>[]): Content {
  return Object.fromEntries(entries.map((entry, index) => [String(index + 1), contentOf(entry, ENTRY)]));
}

/** The call brings the whole of each direction that it says to update. */
function updated({ params }: Parameters<Predict>[0], _: string, before: Json): Json | undefined {
  if (!isContent(before)) return undefined;
  const asked = DIRECTIONS.filter((one) => textOf(params, `Update${one}AclEntries`)?.toLowerCase() === 'true');
  const entries = asked.map((one): [string, Json] => [one, ranked(objectsOf(params, `${one}AclEntries`))]);
  return { ...before, ...Object.fromEntries(entries) };
}
