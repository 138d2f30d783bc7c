import type { Credentials } from '../function-compute/contract.ts';

/** Temporary keys that change as a role's do: whoever keeps them for long signs with keys that are no more. */
export function rotating<K extends Credentials>(
  issue: () => K,
  revoke: (key: K) => void,
  lifeMs: number,
  now: () => number = Date.now,
): () => Credentials {
  let held: { readonly key: K; readonly since: number }[] = [];
  return () => {
    const [newest] = held;
    if (newest === undefined || now() - newest.since >= lifeMs / 2) held = [{ key: issue(), since: now() }, ...held];
    for (const { key, since } of held) if (now() - since >= lifeMs) revoke(key);
    held = held.filter(({ since }) => now() - since < lifeMs);
    const { accessKeyId, accessKeySecret, securityToken } = held[0]?.key ?? issue();
    return { accessKeyId, accessKeySecret, ...(securityToken === undefined ? {} : { securityToken }) };
  };
}
