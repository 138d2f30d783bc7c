import type { Json } from '../model/change.ts';
import type { ResourceKind } from '../model/resource.ts';
import { minus, plus, serversAsked, serversIn, serversOf, weighed } from './backends.ts';
import { type Content, isContent, same, textIn, without } from './content.ts';
import { membersOf } from './fields.ts';
import { answerOf, byAction, gone, type Place, type Predict, type Reader } from './reader.ts';
import { restoreServerGroup } from './restore/server-group.ts';
import { reshaped, type Shape, shaped } from './structures.ts';

/** A server without a weight has this one. */
const USUAL: Content = { Weight: 100 };
/** More pages than this no server group fills. */
const MOST_PAGES = 50;

/** How the server groups of one product are read. */
export interface ServerGroups {
  readonly product: 'alb' | 'nlb';
  readonly kind: ResourceKind;
  readonly shape: Shape;
  /** Members of the answer that calls name otherwise: answer → call. */
  readonly renamed?: Readonly<Record<string, string>>;
}

/** A server group of Network or Application Load Balancers: its settings and its servers. */
export function serverGroupReader({ product, kind, shape, renamed = {} }: ServerGroups): Reader {
  return {
    kind,
    aspect: 'configuration',
    effects: [
      'backends-changed',
      'server-group-deleted',
      'attribute-changed',
      'spec-changed',
      'resource-group-changed',
      'created',
    ],
    batch: 20,
    read: async (place, ids) => {
      const answer = await answerOf(
        place,
        product,
        'ListServerGroups',
        { ServerGroupIds: ids, MaxResults: 100 },
        'ServerGroups',
      );
      const groups = new Map(membersOf(answer['ServerGroups']).map((one) => [textIn(one, 'ServerGroupId'), one]));
      const found = await Promise.all(
        ids.map(async (id): Promise<[string, Json]> => {
          const group = groups.get(id);
          if (group === undefined) return [id, null];
          return [id, { ...shaped(spelled(group, renamed), shape), Servers: await readServers(place, product, id) }];
        }),
      );
      return new Map(found);
    },
    predict: byAction({
      DeleteServerGroup: gone,
      CreateServerGroup: ({ params }) => {
        const said = reshaped({}, params, ['Tag'], shape);
        return said === undefined ? undefined : { ...said, Servers: [] };
      },
      AddServersToServerGroup: servers('Servers', (had, named) => plus(had, named, USUAL)),
      RemoveServersFromServerGroup: servers('Servers', minus),
      UpdateServerGroupServersAttribute: servers('Servers', weighed),
      ReplaceServersInServerGroup: ({ params }, _, before) => {
        const [fresh, old] = [serversAsked(params, 'AddedServers'), serversAsked(params, 'RemovedServers')];
        if (!isContent(before) || fresh.length + old.length === 0) return undefined;
        return { ...before, Servers: plus(minus(serversOf(before, 'Servers'), old), fresh, USUAL) };
      },
      UpdateServerGroupAttribute: ({ params }, _, before) =>
        isContent(before) ? reshaped(before, params, ['ServerGroupId'], shape) : undefined,
      MoveResourceGroup: ({ params }, _, before) => {
        const ResourceGroupId = textIn(
          shaped(params, { fields: { NewResourceGroupId: 'text' } }),
          'NewResourceGroupId',
        );
        return isContent(before) && ResourceGroupId !== undefined ? { ...before, ResourceGroupId } : undefined;
      },
    }),
    // The one call that says both what was and what is to be.
    recall: ({ action, params }, _, after) => {
      if (action.toLowerCase() !== 'replaceserversinservergroup' || !isContent(after)) return undefined;
      const rest = minus(serversOf(after, 'Servers'), serversAsked(params, 'AddedServers'));
      return { ...after, Servers: plus(rest, serversAsked(params, 'RemovedServers'), USUAL) };
    },
    restore: restoreServerGroup(product),
  };
}

async function readServers(place: Place, product: 'alb' | 'nlb', id: string): Promise<readonly Content[]> {
  const found: Content[] = [];
  let NextToken: unknown;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const params = { ServerGroupId: id, MaxResults: 100, NextToken };
    const answer = await answerOf(place, product, 'ListServerGroupServers', params, 'Servers');
    found.push(...serversIn(answer['Servers']));
    NextToken = answer['NextToken'];
    if (typeof NextToken !== 'string' || NextToken === '') break;
  }
  return found;
}

function spelled(group: Content, renamed: Readonly<Record<string, string>>): Content {
  const names = Object.entries(renamed).filter(([name]) => group[name] !== undefined);
  const members = names.map(([from, to]) => [to, group[from] ?? null] as const);
  return { ...without(group, Object.keys(renamed)), ...Object.fromEntries(members) };
}

function servers(
  name: string,
  change: (had: readonly Content[], named: readonly Content[]) => readonly Content[],
): Predict {
  return ({ params }, _, before) => {
    const named = serversAsked(params, name);
    if (!isContent(before) || named.length === 0) return undefined;
    const Servers = change(serversOf(before, 'Servers'), named);
    return same(Servers, serversOf(before, 'Servers')) ? before : { ...before, Servers };
  };
}
