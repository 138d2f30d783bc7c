import type { Params } from '../../model/params.ts';
import { isContent, textIn } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';

/** Puts back which route table and which network ACL are in force on a vSwitch. */
export function restoreVSwitch({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
  const call = (action: string, params: Params): string => command('vpc', action, region, params);
  const table = (action: string, RouteTableId: string | undefined) => call(action, { VSwitchId: id, RouteTableId });
  const acl = (action: string, NetworkAclId: string | undefined) =>
    call(action, { NetworkAclId, Resource: [{ ResourceType: 'VSwitch', ResourceId: id }] });
  const commands: string[] = [];
  const [now, then] = [textIn(present, 'RouteTableId'), textIn(wanted, 'RouteTableId')];
  const isOwn = (state: typeof present): boolean => textIn(state, 'RouteTableType') === 'Custom';
  if (now !== then && isOwn(present)) commands.push(table('UnassociateRouteTable', now));
  if (now !== then && isOwn(wanted)) commands.push(table('AssociateRouteTable', then));
  const [aclNow, aclThen] = [textIn(present, 'NetworkAclId'), textIn(wanted, 'NetworkAclId')];
  if (aclNow !== aclThen && aclNow !== undefined) commands.push(acl('UnassociateNetworkAcl', aclNow));
  if (aclNow !== aclThen && aclThen !== undefined) commands.push(acl('AssociateNetworkAcl', aclThen));
  return remedy(commands);
}
