import type { OwnedResource, ResourceRef } from '../model/resource.ts';
import type { Ownership } from './ownership.ts';

const PROTOCOLS = ['tcp', 'udp', 'http', 'https'];

/** Every id under which the store may know it. */
export function candidates(ref: ResourceRef): readonly string[] {
  if (ref.kind !== 'slb.listener') return [ref.id];
  const [lb = '', port = ''] = ref.id.split('/');
  return [ref.id, `${lb}/${port}`, ...PROTOCOLS.map((protocol) => `${lb}/${port}/${protocol}`), lb];
}

/** Whose it is as the store knows it; a listener also by its port, and by its load balancer. */
export function fromStore(
  ref: ResourceRef,
  stored: ReadonlyMap<string, readonly OwnedResource[]>,
): Ownership | undefined {
  const exact = (stored.get(ref.id) ?? []).filter((owner) => owner.kind === ref.kind);
  if (exact.length > 0) return owned(ref, exact, `the inventory knows ${ref.id}`);
  if (ref.kind !== 'slb.listener') return undefined;
  const [lb = '', port = '', protocol] = ref.id.split('/');
  const siblings = protocol === undefined ? PROTOCOLS : [];
  const same = [`${lb}/${port}`, ...siblings.map((each) => `${lb}/${port}/${each}`)].flatMap(
    (id) => stored.get(id) ?? [],
  );
  const listeners = same.filter((owner) => owner.kind === 'slb.listener');
  if (listeners.length > 0) return owned(ref, listeners, `the inventory knows the listener on port ${port} of ${lb}`);
  const parents = stored.get(lb) ?? [];
  const whole = parents.filter((owner) => owner.role !== 'reused-load-balancer');
  if (whole.length > 0) {
    const parent = { kind: 'slb.load-balancer', id: lb } as const;
    const owners = whole.map((owner) => ({ ...owner, ...ref, parent, via: 'store' }));
    return owned(ref, owners, `its load balancer ${lb} belongs to the cluster`);
  }
  return parents.length > 0
    ? { ref, state: 'unowned', owners: [], why: `${lb} is only borrowed and this listener is not the cluster's` }
    : undefined;
}

/** It has an owner. */
export function owned(ref: ResourceRef, owners: readonly OwnedResource[], why: string): Ownership {
  return { ref, state: 'owned', owners, why };
}
