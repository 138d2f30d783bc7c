import { textOf } from '../../../../shared/model/params.ts';
import type { Answer, Call, Operation } from '../api.ts';
import { numberedPage } from '../pages.ts';
import { references } from '../references.ts';
import { kindIn, type Tag, tagOperations, tagsIn, type TagKind, withoutTags, withTags } from '../tags.ts';
import { loadBalancerIn } from './find.ts';
import { listenerKey, type Protocol, type SlbState } from './state.ts';

/** Tags of load balancers and of their parts, in the calls of today and in those of before. */
export function tagOperationsOfSlb(state: SlbState): Readonly<Record<string, Operation>> {
  const kinds = [
    kindIn('instance', 'ACS::SLB::LoadBalancer', state.loadBalancers),
    kindIn('vservergroup', 'ACS::SLB::VServerGroup', state.vServerGroups),
    kindIn('acl', 'ACS::SLB::Acl', state.acls),
    listenerKind(state),
  ];
  const write = (changed: (old: readonly Tag[], said: readonly Tag[]) => readonly Tag[]): Operation => ({
    rw: 'Write',
    required: ['LoadBalancerId', 'Tags'],
    run: (call) => {
      const lb = loadBalancerIn(state, call);
      state.loadBalancers.set(lb.LoadBalancerId, { ...lb, Tags: changed(lb.Tags, tagsIn(call.params, 'Tags')) });
      return {};
    },
    references: references({ 'ACS::SLB::LoadBalancer': ['LoadBalancerId'] }),
  });
  return {
    ...tagOperations(kinds),
    AddTags: write(withTags),
    RemoveTags: write((old, said) =>
      withoutTags(
        old,
        said.map((tag) => tag.TagKey),
      ),
    ),
    DescribeTags: { rw: 'Read', run: (call) => describe(state, call) },
  };
}

/** The tag calls write a listener as `lb-…_tcp_6443`. */
function listenerKind(state: SlbState): TagKind {
  const keyOf = (id: string): string => {
    const [lb = '', protocol = '', port = ''] = id.split('_');
    return listenerKey(lb, Number(port), protocol as Protocol);
  };
  const { type, reference, tagsOf, put } = kindIn('listener', 'ACS::SLB::Listener', state.listeners);
  return {
    type,
    reference,
    ids: () =>
      [...state.listeners.values()].map((each) =>
        [each.LoadBalancerId, each.ListenerProtocol, each.ListenerPort].join('_'),
      ),
    tagsOf: (id) => tagsOf(keyOf(id)),
    put: (id, tags) => put(keyOf(id), tags),
  };
}

function describe(state: SlbState, { params, region }: Call): Answer {
  const wanted = textOf(params, 'LoadBalancerId');
  const counts = new Map<string, { readonly tag: Tag; readonly InstanceCount: number }>();
  for (const lb of state.loadBalancers.values()) {
    if (lb.RegionId !== region || (wanted !== undefined && lb.LoadBalancerId !== wanted)) continue;
    for (const tag of lb.Tags) {
      const key = JSON.stringify([tag.TagKey, tag.TagValue]);
      counts.set(key, { tag, InstanceCount: (counts.get(key)?.InstanceCount ?? 0) + 1 });
    }
  }
  const rows = [...counts.values()].map(({ tag, InstanceCount }) => ({ ...tag, InstanceCount }));
  const { items, counts: page } = numberedPage(params, rows, { usual: 50, most: 100 });
  return { TagSets: { TagSet: items }, ...page };
}
