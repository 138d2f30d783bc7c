import type { Answer, Operation } from '../api.ts';
import { tagOperations, type TagKind } from '../tags.ts';

/** The tag calls of both products: they answer a bare list, and take a little while. */
export function flatTagOperations(
  kinds: readonly TagKind[],
  untag: 'UntagResources' | 'UnTagResources',
): Readonly<Record<string, Operation>> {
  const { TagResources, UntagResources, ListTagResources } = tagOperations(kinds);
  return {
    TagResources,
    [untag]: UntagResources,
    ListTagResources: { ...ListTagResources, run: (call) => flat(ListTagResources.run(call)) },
  };
}

function flat(answer: Answer | readonly Answer[]): Answer {
  const { TagResources: wrapped, ...rest } = answer as Answer;
  return { ...rest, TagResources: (wrapped as { readonly TagResource: readonly Answer[] }).TagResource };
}
