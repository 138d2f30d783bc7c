import { valueOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { asJob } from '../load-balancers/jobs.ts';
import { listingPage } from '../load-balancers/listing.ts';
import { zonesAnswer, zonesSaid } from '../load-balancers/zones.ts';
import { flag, given, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { tagsIn } from '../tags.ts';
import { toSecond } from '../times.ts';
import { anNlb } from './defaults.ts';
import { nlbIn } from './find.ts';
import type { LoadBalancer, NlbState } from './state.ts';

/** Creating, reading and deleting Network Load Balancers. */
export function nlbOperations(state: NlbState): Readonly<Record<string, Operation>> {
  return {
    CreateLoadBalancer: {
      rw: 'Write',
      required: ['VpcId', 'AddressType', 'ZoneMappings'],
      run: (call) => create(state, call),
      references: references({ 'ACS::NLB::LoadBalancer': ['answer.LoadbalancerId'] }),
    },
    DeleteLoadBalancer: {
      rw: 'Write',
      required: ['LoadBalancerId'],
      run: (call) => remove(state, call),
      references: references({ 'ACS::NLB::LoadBalancer': ['LoadBalancerId'] }),
    },
    ListLoadBalancers: {
      rw: 'Read',
      run: (call) =>
        listingPage(
          call,
          'LoadBalancers',
          [...state.loadBalancers.values()].filter(({ RegionId }) => RegionId === call.region),
          [
            ['LoadBalancerIds', (one) => [one.LoadBalancerId]],
            ['VpcIds', (one) => [one.VpcId]],
          ],
          (one) => ({ ...answer(one), Tags: one.Tags.map(({ TagKey: Key, TagValue: Value }) => ({ Key, Value })) }),
        ),
    },
    GetLoadBalancerAttribute: {
      rw: 'Read',
      required: ['LoadBalancerId'],
      run: (call) => answer(nlbIn(state, call)),
    },
  };
}

function create(state: NlbState, call: Call): Answer {
  const { params, region, now } = call;
  const LoadBalancerId = newId('nlb');
  const said = given(params, {
    LoadBalancerName: text,
    AddressType: oneOf('Internet', 'Intranet'),
    ResourceGroupId: text,
  });
  const protection = valueOf(params, 'DeletionProtectionConfig');
  const balancer = anNlb({
    LoadBalancerId,
    RegionId: region,
    ...said,
    VpcId: mandatory(params, 'VpcId'),
    ZoneMappings: zonesSaid(params, []),
    DeletionProtection: {
      Enabled: typeof protection === 'object' && flag({ ...protection }, 'Enabled') === true,
      Reason: '',
    },
    CreateTime: toSecond(now),
    Tags: tagsIn(params, 'Tag'),
  });
  return asJob(state.jobs, call, () => void state.loadBalancers.set(LoadBalancerId, balancer), {
    LoadbalancerId: LoadBalancerId,
  });
}

function remove(state: NlbState, call: Call): Answer {
  const { LoadBalancerId, DeletionProtection } = nlbIn(state, call);
  if (DeletionProtection.Enabled) {
    const message = 'Authentication has failed for OperationDenied: the deletion protection is on.';
    throw new ApiError(400, 'OperationDenied.DeletionProtection', message);
  }
  return asJob(state.jobs, call, () => {
    state.loadBalancers.delete(LoadBalancerId);
    for (const [id, listener] of state.listeners) {
      if (listener.LoadBalancerId === LoadBalancerId) state.listeners.delete(id);
    }
  });
}

function answer(balancer: LoadBalancer): Answer {
  const { DeletionProtection, ModificationProtection, ZoneMappings, ...rest } = balancer;
  const { LoadBalancerId, RegionId } = rest;
  return {
    ...rest,
    LoadBalancerType: 'Network',
    LoadBalancerStatus: 'Active',
    LoadBalancerBusinessStatus: 'Normal',
    DNSName: `${LoadBalancerId}.${RegionId}.nlb.aliyuncsslb.com`,
    DeletionProtectionConfig: DeletionProtection,
    ModificationProtectionConfig: ModificationProtection,
    ZoneMappings: zonesAnswer(ZoneMappings, 'PrivateIPv4Address'),
    OperationLocks: [],
  };
}
