import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { asJob } from '../load-balancers/jobs.ts';
import { listingPage } from '../load-balancers/listing.ts';
import { zonesAnswer, zonesSaid } from '../load-balancers/zones.ts';
import { flag, given, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { tagsIn } from '../tags.ts';
import { toSecond } from '../times.ts';
import { anAlb } from './defaults.ts';
import { albIn } from './find.ts';
import type { AlbState, LoadBalancer } from './state.ts';

/** Creating, reading and deleting Application Load Balancers. */
export function albOperations(state: AlbState): Readonly<Record<string, Operation>> {
  return {
    CreateLoadBalancer: {
      rw: 'Write',
      required: ['VpcId', 'AddressType', 'LoadBalancerEdition', 'ZoneMappings'],
      run: (call) => create(state, call),
      references: references({ 'ACS::ALB::LoadBalancer': ['answer.LoadBalancerId'] }),
    },
    DeleteLoadBalancer: {
      rw: 'Write',
      required: ['LoadBalancerId'],
      run: (call) => remove(state, call),
      references: references({ 'ACS::ALB::LoadBalancer': ['LoadBalancerId'] }),
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
          answer,
        ),
    },
    GetLoadBalancerAttribute: {
      rw: 'Read',
      required: ['LoadBalancerId'],
      run: (call) => {
        const balancer = albIn(state, call);
        return { ...answer(balancer), ZoneMappings: zonesAnswer(balancer.ZoneMappings, 'IntranetAddress') };
      },
    },
  };
}

function create(state: AlbState, call: Call): Answer {
  const { params, region, now } = call;
  const LoadBalancerId = newId('alb');
  const balancer = anAlb({
    LoadBalancerId,
    RegionId: region,
    ...given(params, {
      LoadBalancerName: text,
      AddressType: oneOf('Internet', 'Intranet'),
      LoadBalancerEdition: oneOf('Basic', 'Standard', 'StandardWithWaf'),
      ResourceGroupId: text,
    }),
    VpcId: mandatory(params, 'VpcId'),
    ZoneMappings: zonesSaid(params, []),
    IsDeletionProtected: flag(params, 'DeletionProtectionEnabled') === true,
    CreateTime: toSecond(now),
    Tags: tagsIn(params, 'Tag'),
  });
  return asJob(state.jobs, call, () => void state.loadBalancers.set(LoadBalancerId, balancer), { LoadBalancerId });
}

function remove(state: AlbState, call: Call): Answer {
  const { LoadBalancerId, IsDeletionProtected } = albIn(state, call);
  if (IsDeletionProtected) {
    throw new ApiError(400, 'OperationDenied.DeletionProtection', 'The deletion protection of the resource is on.');
  }
  return asJob(state.jobs, call, () => {
    state.loadBalancers.delete(LoadBalancerId);
    for (const [id, listener] of state.listeners) {
      if (listener.LoadBalancerId === LoadBalancerId) state.listeners.delete(id);
    }
    for (const [id, rule] of state.rules) if (!state.listeners.has(rule.ListenerId)) state.rules.delete(id);
  });
}

/** As the listing tells it; only the single reading tells the zones too. */
function answer(balancer: LoadBalancer): Answer {
  const { IsDeletionProtected, ModificationProtection, AccessLog, ZoneMappings: _, Tags, ...rest } = balancer;
  return {
    ...rest,
    LoadBalancerStatus: 'Active',
    LoadBalancerBussinessStatus: 'Normal',
    DNSName: `${rest.LoadBalancerId}.${rest.RegionId}.alb.aliyuncs.com`,
    DeletionProtectionConfig: { Enabled: IsDeletionProtected },
    ModificationProtectionConfig: ModificationProtection,
    AccessLogConfig: AccessLog,
    LoadBalancerOperationLocks: [],
    Tags: Tags.map(({ TagKey: Key, TagValue: Value }) => ({ Key, Value })),
  };
}
