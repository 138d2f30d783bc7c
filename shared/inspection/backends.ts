import type { Json } from '../model/change.ts';
import { listOf, objectsOf, type Params } from '../model/params.ts';
import { type Content, isContent, same } from './content.ts';
import { contentOf, type Fields, membersOf } from './fields.ts';

/** One server behind a load balancer or in a server group. */
const SERVER: Fields = {
  ServerId: 'text',
  Port: 'number',
  Weight: 'number',
  Type: 'word',
  ServerIp: 'text',
  ServerType: 'text',
  Description: 'text',
};

/** The servers of an answer, in the cloud's wrapper. */
export function serversIn(answer: unknown): readonly Content[] {
  return membersOf(answer).map((member) => contentOf(member, SERVER));
}

/** The servers that a call names; an older spelling gives ids alone. */
export function serversAsked(params: Params, name: string): readonly Content[] {
  const servers = objectsOf(params, name).map((member) => contentOf(member, SERVER));
  const ids = listOf(params, name).filter((id) => /^(?:i|eni|eci)-/u.test(id));
  return servers.length > 0 ? servers : ids.map((ServerId) => ({ ServerId }));
}

/** The servers of a state. */
export function serversOf(state: Json, name = 'BackendServers'): readonly Content[] {
  const servers = isContent(state) ? state[name] : undefined;
  return Array.isArray(servers) ? servers.filter(isContent) : [];
}

/** What Classic Load Balancer takes a server for that comes without weight or type. */
const USUAL: Content = { Weight: 100, Type: 'ecs' };

/** With the servers that are not there yet; one without weight or type has the usual ones. */
export function plus(
  servers: readonly Content[],
  added: readonly Content[],
  usual: Content = USUAL,
): readonly Content[] {
  const fresh = added.filter((one) => !servers.some((server) => isSame(server, one)));
  return [...servers, ...fresh.map((one) => ({ ...usual, ...one }))];
}

export function minus(servers: readonly Content[], removed: readonly Content[]): readonly Content[] {
  return servers.filter((server) => !removed.some((one) => isSame(server, one)));
}

/** With the weights and descriptions that the call gives to servers that are there. */
export function weighed(servers: readonly Content[], given: readonly Content[]): readonly Content[] {
  return servers.map((server) => {
    const one = given.find((each) => isSame(server, each));
    return one === undefined ? server : { ...server, ...one };
  });
}

/** What leads from one list of servers to the other. */
export function serverChanges(present: readonly Content[], wanted: readonly Content[]) {
  const kept = wanted.filter((one) => present.some((server) => isSame(server, one)));
  return {
    missing: wanted.filter((one) => !kept.includes(one)),
    surplus: present.filter((server) => !wanted.some((one) => isSame(server, one))),
    otherwise: kept.filter((one) => !present.some((server) => same(server, one))),
  };
}

/** One network interface may stand there several times, with a port or an address each: what a call leaves out is any. */
function isSame(server: Content, one: Content): boolean {
  return ['ServerId', 'Port', 'ServerIp'].every(
    (name) => one[name] === undefined || server[name] === undefined || one[name] === server[name],
  );
}
