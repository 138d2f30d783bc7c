import type { Json } from '../../model/change.ts';
import type { Params } from '../../model/params.ts';
import { serverChanges, serversOf } from '../backends.ts';
import { type Content, isContent } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, inPieces, remedy, UNKNOWN } from './command.ts';
import { differing } from './differing.ts';

/** Which call sets which fields: all of them together. Protection comes last, so that it stands in nobody's way. */
const CALLS: readonly (readonly [action: string, fields: readonly string[]])[] = [
  ['SetLoadBalancerName', ['LoadBalancerName']],
  ['SetLoadBalancerStatus', ['LoadBalancerStatus']],
  [
    'ModifyLoadBalancerInstanceChargeType',
    ['InstanceChargeType', 'LoadBalancerSpec', 'InternetChargeType', 'Bandwidth'],
  ],
  ['ModifyLoadBalancerInstanceSpec', ['LoadBalancerSpec']],
  ['ModifyLoadBalancerInternetSpec', ['InternetChargeType', 'Bandwidth']],
  ['SetLoadBalancerDeleteProtection', ['DeleteProtection']],
  ['SetLoadBalancerModificationProtection', ['ModificationProtectionStatus', 'ModificationProtectionReason']],
];

/** Puts a load balancer's own settings back; one that is deleted cannot come back with its id and address. */
export function restoreLoadBalancer({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
  const call = (action: string, params: Params): string =>
    command('slb', action, region, { LoadBalancerId: id, ...params });
  const changed = Object.keys(differing(present, wanted)).filter((name) => name !== 'BackendServers');
  const open = new Set(changed);
  const commands: string[] = [];
  for (const [action, fields] of CALLS) {
    // The first field names the call's own subject, or it is one of a pair.
    const isDue =
      action === 'ModifyLoadBalancerInstanceChargeType'
        ? open.has('InstanceChargeType')
        : fields.some((name) => open.has(name));
    if (!isDue) continue;
    for (const name of fields) open.delete(name);
    commands.push(call(action, pick(wanted, fields)));
  }
  if (open.delete('ResourceGroupId')) {
    const params = { ResourceId: id, ResourceType: 'loadbalancer', NewResourceGroupId: wanted['ResourceGroupId'] };
    commands.push(command('slb', 'MoveResourceGroup', region, params));
  }
  commands.push(...backends(present, wanted, call));
  return remedy(commands, ...[...open].map((name) => `No call sets ${name} of a load balancer back.`));
}

function backends(present: Json, wanted: Json, call: (action: string, params: Params) => string): readonly string[] {
  const { missing, surplus, otherwise } = serverChanges(serversOf(present), serversOf(wanted));
  const each = (action: string, servers: readonly Content[]): readonly string[] =>
    inPieces(servers, 20).map((piece) => call(action, { BackendServers: JSON.stringify(piece) }));
  return [
    ...each('AddBackendServers', missing),
    ...each('RemoveBackendServers', surplus),
    ...each('SetBackendServers', otherwise),
  ];
}

function pick(content: Content, names: readonly string[]): Params {
  return Object.fromEntries(names.map((name) => [name, content[name]]));
}
