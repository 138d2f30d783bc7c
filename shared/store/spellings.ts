import type { ResourceRef } from '../model/resource.ts';

const PROTOCOLS = ['tcp', 'udp', 'http', 'https'];

/**
 * Every id under which the same resource may have been written down. A call may leave the protocol of a listener out:
 * then it means whichever listens on the port.
 */
export function spellings({ kind, id }: ResourceRef): readonly string[] {
  if (kind !== 'slb.listener') return [id];
  const [balancer = '', port = '', protocol] = id.split('/');
  const bare = `${balancer}/${port}`;
  return protocol === undefined ? [bare, ...PROTOCOLS.map((each) => `${bare}/${each}`)] : [id, bare];
}

/** The same for several resources. */
export function respelled(refs: readonly ResourceRef[]): readonly ResourceRef[] {
  return refs.flatMap((ref) => spellings(ref).map((id) => ({ kind: ref.kind, id })));
}
