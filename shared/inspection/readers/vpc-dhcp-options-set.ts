import { isContent } from '../content.ts';
import { contentOf, type Fields, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, oneByOne, type Reader } from '../reader.ts';
import { command, remedy, UNKNOWN } from '../restore/command.ts';
import { differing, emptied } from '../restore/differing.ts';

const FIELDS: Fields = {
  DhcpOptionsSetName: 'text',
  DomainName: 'text',
  DomainNameServers: 'text',
  LeaseTime: 'text',
};

/** DHCP options (DHCP 选项集): the name servers of every node whose VPC uses them. */
export const vpcDhcpOptionsSet: Reader = {
  kind: 'vpc.dhcp-options-set',
  aspect: 'configuration',
  effects: ['dhcp-options-changed'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const answer = await answerOf(
      place,
      'vpc',
      'GetDhcpOptionsSet',
      { DhcpOptionsSetId: id },
      { DhcpOptionsSetId: id },
    );
    const options = isContent(answer['DhcpOptions']) ? answer['DhcpOptions'] : {};
    return contentOf({ ...answer, ...options }, FIELDS);
  }),
  predict: byAction({
    UpdateDhcpOptionsSetAttribute: ({ params }, _, before) =>
      isContent(before) ? overlaid(before, requested(params, ['DhcpOptionsSetId'], FIELDS)) : undefined,
  }),
  restore: ({ id, region, present, wanted }) => {
    if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
    const changed = differing(present, wanted);
    const params = { DhcpOptionsSetId: id, ...changed };
    const commands =
      Object.keys(changed).length > 0 ? [command('vpc', 'UpdateDhcpOptionsSetAttribute', region, params)] : [];
    return remedy(commands, ...emptied(present, wanted, Object.keys(FIELDS)));
  },
};
