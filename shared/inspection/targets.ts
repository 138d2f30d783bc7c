import type { AuditEvent } from '../model/event.ts';
import type { Effect, Touch } from '../model/operation.ts';
import { allAt, textOf } from '../model/params.ts';
import type { OwnedResource, ResourceKind, ResourceRef } from '../model/resource.ts';
import type { Reader } from './reader.ts';
import { readersFor } from './readers.ts';

/** One aspect of one resource that the call can have changed. */
export interface Target {
  readonly ref: ResourceRef;
  readonly owned: OwnedResource;
  readonly reader: Reader;
  readonly effects: ReadonlySet<Effect>;
  /** The call itself created it: before, it did not exist. */
  readonly isNew: boolean;
}

/** What a call names, what it does to it, and as what a cluster owns it. */
export interface TouchedResource {
  readonly ref: ResourceRef;
  readonly touch: Touch;
  readonly owned: OwnedResource;
}

/** What to read for one part of an event; `unread`: what no reading exists for. */
export async function targetsOf(
  event: AuditEvent,
  touched: readonly TouchedResource[],
): Promise<{ readonly targets: readonly Target[]; readonly unread: readonly ResourceRef[] }> {
  const found = new Map<string, Target>();
  const unread = new Map<string, ResourceRef>();
  for (const { ref, touch, owned } of touched) {
    for (const { kind, id, isNew } of changedBy(event, touch, ref, owned)) {
      const readers = readersOfParts(await readersFor(kind, isNew ? 'created' : touch.effect), ref.kind);
      if (readers.length === 0) unread.set(`${kind} ${id}`, { kind, id });
      for (const reader of readers) {
        const key = `${kind} ${id} ${reader.aspect}`;
        const before = found.get(key);
        const effects = new Set([...(before?.effects ?? []), touch.effect]);
        found.set(key, { ref: { kind, id }, owned, reader, effects, isNew: isNew || before?.isNew === true });
      }
    }
  }
  const read = new Set([...found.values()].map(({ ref }) => `${ref.kind} ${ref.id}`));
  return { targets: [...found.values()], unread: [...unread].filter(([key]) => !read.has(key)).map(([, ref]) => ref) };
}

/** Those of the parts that are touched, else those of the whole. */
function readersOfParts(readers: readonly Reader[], touched: ResourceKind): readonly Reader[] {
  const ofParts = readers.filter(({ parts }) => parts === touched);
  return ofParts.length > 0 ? ofParts : readers.filter(({ parts }) => parts === undefined);
}

type Changed = ResourceRef & { readonly isNew: boolean };

/** Kinds that are read as parts of what they belong to: no call tells of one by its id alone. */
const READ_WITHIN: ReadonlySet<ResourceKind> = new Set<ResourceKind>([
  'vpc.route-entry',
  'nas.mount-target',
  'nas.access-point',
  'nas.fileset',
  'nas.protocol-service',
]);

/** Some calls name one resource and change another: a load balancer's new listener, a scaling group's scheduled task. */
function changedBy(event: AuditEvent, touch: Touch, ref: ResourceRef, owned: OwnedResource): readonly Changed[] {
  if (READ_WITHIN.has(ref.kind) && owned.parent !== undefined) return [asIs(owned.parent)];
  const others = ELSEWHERE[touch.effect]?.(event, ref) ?? [];
  if (others.length > 0) return others;
  return ref.kind === 'slb.listener' ? listener(event, ref, owned) : [asIs(ref)];
}

const ELSEWHERE: Partial<Record<Effect, (event: AuditEvent, ref: ResourceRef) => readonly Changed[] | undefined>> = {
  created: (_, ref) => created(ref.kind, [ref.id]),
  'listener-added': (event, ref) => {
    if (ref.kind === 'slb.load-balancer') return created('slb.listener', [newListener(event, ref.id)]);
    const kind = ref.kind === 'nlb.load-balancer' ? 'nlb.listener' : 'alb.listener';
    return created(kind, allAt(event.response, 'ListenerId'));
  },
  'listener-changed': ({ response }, ref) =>
    ref.kind === 'alb.listener' ? created('alb.script', allAt(response, 'AScriptIds.AScriptId')) : undefined,
  'public-address-added': ({ params }, ref) => {
    const addresses = [...allAt(params, 'AllocationId'), ...allAt(params, 'InstanceIds')];
    return ref.kind === 'vpc.eip' ? undefined : addresses.map((id) => asIs({ kind: 'vpc.eip', id }));
  },
  'server-group-added': ({ response }) => [
    ...created('slb.vserver-group', allAt(response, 'VServerGroupId')),
    ...created('slb.master-slave-group', allAt(response, 'MasterSlaveServerGroupId')),
  ],
  'rules-added': ({ response }, ref) => {
    if (ref.kind === 'slb.load-balancer') return created('slb.rule', allAt(response, 'Rules.Rule.RuleId'));
    return created('alb.rule', [...allAt(response, 'RuleId'), ...allAt(response, 'RuleIds.RuleId')]);
  },
  'bounds-changed': ({ action, params, response }) => {
    if (action.toLowerCase() === 'createscheduledtask') {
      return created('ess.scheduled-task', allAt(response, 'ScheduledTaskId'));
    }
    if (action.toLowerCase() !== 'modifyscheduledtask') return undefined;
    return allAt(params, 'ScheduledTaskId').map((id) => asIs({ kind: 'ess.scheduled-task', id }));
  },
};

function created(kind: ResourceKind, ids: readonly string[]): readonly Changed[] {
  return ids.map((id) => ({ kind, id, isNew: true }));
}

function asIs({ kind, id }: ResourceRef): Changed {
  return { kind, id, isNew: false };
}

function newListener(event: AuditEvent, lb: string): string {
  return [lb, textOf(event.params, 'ListenerPort') ?? '', protocolIn(event) ?? 'tcp'].join('/').toLowerCase();
}

/** With the protocol that the call or the inventory knows; nothing when the inventory's listener is of another one. */
function listener(event: AuditEvent, ref: ResourceRef, owned: OwnedResource): readonly Changed[] {
  const [lb = '', port = '', said] = ref.id.split('/');
  const known = owned.kind === 'slb.listener' ? owned.id.split('/')[2] : undefined;
  const protocol = said ?? protocolIn(event);
  if (protocol !== undefined && known !== undefined && protocol !== known) return [];
  const id = [lb, port, ...(protocol === undefined ? [known] : [protocol])].filter((part) => part !== undefined);
  return [asIs({ kind: ref.kind, id: id.join('/') })];
}

function protocolIn({ action, params }: AuditEvent): string | undefined {
  const named = /^(?:Set|Create)LoadBalancer([A-Z]+)Listener/u.exec(action)?.[1];
  return (textOf(params, 'ListenerProtocol') ?? named)?.toLowerCase();
}
