import type { Json } from '../../model/change.ts';
import { minus, plus, serversAsked, serversIn, serversOf, weighed } from '../backends.ts';
import { type Content, isContent } from '../content.ts';
import { contentOf, type Fields, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Predict, type Reader } from '../reader.ts';
import { restoreLoadBalancer } from '../restore/load-balancer.ts';

const FIELDS: Fields = {
  LoadBalancerName: 'text',
  LoadBalancerStatus: 'word',
  Address: 'text',
  AddressType: 'word',
  VpcId: 'text',
  VSwitchId: 'text',
  LoadBalancerSpec: 'word',
  InstanceChargeType: 'text',
  InternetChargeType: 'word',
  Bandwidth: 'number',
  PayType: 'text',
  ResourceGroupId: 'text',
  DeleteProtection: 'word',
  ModificationProtectionStatus: 'text',
  ModificationProtectionReason: 'text',
};

/** A load balancer itself and its default backends; its listeners and server groups have readings of their own. */
export const slbLoadBalancer: Reader = {
  kind: 'slb.load-balancer',
  aspect: 'configuration',
  effects: [
    'deleted',
    'spec-changed',
    'charge-type-changed',
    'resource-group-changed',
    'attribute-changed',
    'name-changed',
    'started',
    'stopped',
    'backends-changed',
    'backend-weights-changed',
    'protection-changed',
    'delete-protection-lifted',
    'modification-protection-lifted',
    'listener-changed',
    'unknown-change',
  ],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const answer = await answerOf(
      place,
      'slb',
      'DescribeLoadBalancerAttribute',
      { LoadBalancerId: id },
      { LoadBalancerId: id },
    );
    return { ...reasoned(contentOf(answer, FIELDS)), BackendServers: serversIn(answer['BackendServers']) };
  }),
  predict: byAction({
    DeleteLoadBalancer: gone,
    Release: gone,
    SetLoadBalancerStatus: overlay(),
    SetLoadBalancerName: overlay(),
    SetLoadBalancerDeleteProtection: overlay(),
    SetLoadBalancerModificationProtection: protection,
    ModifyLoadBalancerInstanceSpec: overlay(),
    ModifyLoadBalancerInternetSpec: overlay(),
    ModifyLoadBalancerInstanceChargeType: overlay(),
    MoveResourceGroup: overlay({ NewResourceGroupId: 'ResourceGroupId' }),
    AddBackendServers: backends(plus),
    RemoveBackendServers: backends(minus),
    SetBackendServers: backends(weighed),
  }),
  isGoneForGood: true,
  restore: restoreLoadBalancer,
};

function overlay(aliases: Readonly<Record<string, string>> = {}): Predict {
  return ({ params }, _, before) =>
    overlaid(before, requested(params, ['LoadBalancerId', 'ResourceId', 'ResourceType'], FIELDS, aliases));
}

function protection(...[event, id, before]: Parameters<Predict>): Json | undefined {
  const after = overlay()(event, id, before);
  return isContent(after) ? reasoned(after) : after;
}

/** Without protection there is no reason for it either. */
function reasoned(content: Content): Content {
  const { ModificationProtectionReason: _, ...rest } = content;
  return content['ModificationProtectionStatus'] === 'NonProtection' ? rest : content;
}

function backends(change: (had: readonly Content[], named: readonly Content[]) => readonly Content[]): Predict {
  return ({ params }, _, before) => {
    const named = serversAsked(params, 'BackendServers');
    if (!isContent(before) || named.length === 0) return undefined;
    return { ...before, BackendServers: change(serversOf(before), named) };
  };
}
