import type { Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call } from '../api.ts';
import { tokenPage } from '../pages.ts';
import { given, integer, objects, oneOf, text } from '../parameters.ts';

/** One server of a server group of Network or Application Load Balancers. */
export interface Server {
  readonly ServerId: string;
  readonly ServerType: 'Ecs' | 'Eni' | 'Eci' | 'Ip' | 'Fc';
  readonly ServerIp: string;
  readonly Port: number;
  readonly Weight: number;
  readonly Description: string;
}

const SERVER = {
  ServerId: text,
  ServerType: oneOf('Ecs', 'Eni', 'Eci', 'Ip', 'Fc'),
  ServerIp: text,
  Port: integer,
  Weight: integer,
  Description: text,
};

type Said = Partial<Server> & { readonly ServerId: string };

/** The servers that a call names. */
export function serversSaid(params: Params, name: string): readonly Said[] {
  const said = objects(params, name).map((one) => given(one, SERVER));
  return said.map((one) => {
    if (one.ServerId === undefined) throw new ApiError(400, 'MissingParam.ServerId', 'ServerId is mandatory.');
    return { ...one, ServerId: one.ServerId };
  });
}

/** With the servers that were not there; one that was is refused. */
export function withServers(old: readonly Server[], said: readonly Said[]): readonly Server[] {
  const fresh = said.map((one) => aServer(one));
  if (fresh.some((one) => old.some((server) => isSame(server, one)))) {
    throw new ApiError(400, 'Conflict.BackendServer', 'The specified backend server is in the server group already.');
  }
  return [...old, ...fresh];
}

export function withoutServers(old: readonly Server[], said: readonly Said[]): readonly Server[] {
  for (const one of said) known(old, one);
  return old.filter((server) => !said.some((one) => isSame(server, one)));
}

/** With other weights and descriptions. */
export function serversUpdated(old: readonly Server[], said: readonly Said[]): readonly Server[] {
  for (const one of said) known(old, one);
  return old.map((server) => {
    const { Weight = server.Weight, Description = server.Description } = said.find((one) => isSame(server, one)) ?? {};
    return { ...server, Weight, Description };
  });
}

/** A server with everything that was not said as the cloud would set it. */
export function aServer(said: Said): Server {
  const ServerType = said.ServerType ?? (said.ServerId.startsWith('eni-') ? 'Eni' : 'Ecs');
  return { ServerIp: '', Port: 0, Weight: 100, Description: '', ...said, ServerType };
}

/** A page of them, as both products answer it. */
export function serverPage({ params }: Call, ServerGroupId: string, servers: readonly Server[]): Answer {
  const { items, NextToken, MaxResults } = tokenPage(params, servers, { usual: 20, most: 100 });
  const Servers = items.map((server) => ({ ...server, ServerGroupId, Status: 'Available' }));
  return { Servers, NextToken, MaxResults, TotalCount: servers.length };
}

function known(servers: readonly Server[], said: Said): void {
  if (servers.some((server) => isSame(server, said))) return;
  throw new ApiError(404, 'ResourceNotFound.BackendServer', 'The specified backend server is not in the server group.');
}

function isSame(server: Server, { ServerId, Port, ServerIp }: Said): boolean {
  return (
    server.ServerId === ServerId &&
    (Port === undefined || server.Port === Port) &&
    (ServerIp === undefined || server.ServerIp === ServerIp)
  );
}
