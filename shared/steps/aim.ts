import { objectsOf, textOf, type Params } from '../model/params.ts';

export interface AimedTag {
  readonly Key: string;
  readonly Value: string;
}

const PREFIX = 'tag:';

/** What stands for the instances of a call that names none but aims at all that carry these tags: `tag:env=prod`. */
export function aimOf(params: Params): string | undefined {
  const tags = tagsIn(params);
  return tags.length === 0 ? undefined : `${PREFIX}${tags.map(({ Key, Value }) => `${Key}=${Value}`).join(',')}`;
}

/** Whether an id stands for instances that are still to be found by their tags. */
export function isAim(id: string): boolean {
  return id.startsWith(PREFIX);
}

/** Cloud Assistant says `ResourceTag`, a template of OOS `targets.Tags` among its parameters. */
export function tagsIn(params: Params): readonly AimedTag[] {
  const targets = objectsOf(params, 'Parameters').flatMap((given) => objectsOf(given, 'targets'));
  const given = [...objectsOf(params, 'ResourceTag'), ...targets.flatMap((target) => objectsOf(target, 'Tags'))];
  return given.flatMap((tag) => {
    const Key = textOf(tag, 'Key') ?? textOf(tag, 'TagKey');
    return Key === undefined ? [] : [{ Key, Value: textOf(tag, 'Value') ?? textOf(tag, 'TagValue') ?? '' }];
  });
}
