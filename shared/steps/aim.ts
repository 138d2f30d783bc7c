import { objectsOf, textOf, type Params } from '../model/params.ts';

/** How a call may say which instances it means without naming one. */
export type Aim =
  | { readonly by: 'tags'; readonly tags: readonly { readonly Key: string; readonly Value: string }[] }
  | { readonly by: 'resource-group'; readonly id: string }
  | { readonly by: 'region' }
  /** Those of a command that is under way. */
  | { readonly by: 'invocation'; readonly id: string };

const PREFIX = 'aim:';

/** What the call aims at: Cloud Assistant says `ResourceTag`, a template of OOS `targets` among its parameters. */
export function aimIn(params: Params): Aim | undefined {
  const targets = objectsOf(params, 'Parameters').flatMap((given) => objectsOf(given, 'targets'));
  const tags = tagsIn([...objectsOf(params, 'ResourceTag'), ...targets.flatMap((target) => objectsOf(target, 'Tags'))]);
  if (tags.length > 0) return { by: 'tags', tags };
  const [group] = targets.flatMap(
    (target) => textOf(target, 'ResourceGroupId') ?? textOf(target, 'ResourceGroup') ?? [],
  );
  if (group !== undefined) return { by: 'resource-group', id: group };
  if (targets.some((target) => textOf(target, 'Type')?.toLowerCase() === 'all')) return { by: 'region' };
  const invocation = textOf(params, 'InvokeId');
  return invocation === undefined ? undefined : { by: 'invocation', id: invocation };
}

/** What stands for the instances until they are found: `aim:tags env=prod`. */
export function aimOf(params: Params): string | undefined {
  const aim = aimIn(params);
  if (aim === undefined) return undefined;
  switch (aim.by) {
    case 'tags':
      return `${PREFIX}tags ${aim.tags.map(({ Key, Value }) => `${Key}=${Value}`).join(',')}`;
    case 'region':
      return `${PREFIX}region`;
    case 'resource-group':
    case 'invocation':
      return `${PREFIX}${aim.by} ${aim.id}`;
  }
}

/** Whether an id stands for instances that are still to be found. */
export function isAim(id: string): boolean {
  return id.startsWith(PREFIX);
}

function tagsIn(given: readonly Params[]): readonly { readonly Key: string; readonly Value: string }[] {
  return given.flatMap((tag) => {
    const Key = textOf(tag, 'Key') ?? textOf(tag, 'TagKey');
    return Key === undefined ? [] : [{ Key, Value: textOf(tag, 'Value') ?? textOf(tag, 'TagValue') ?? '' }];
  });
}
