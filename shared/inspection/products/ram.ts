import type { Reader } from '../reader.ts';
import { ramOidcProvider } from '../readers/ram-oidc-provider.ts';
import { ramPolicy } from '../readers/ram-policy.ts';
import { ramRole } from '../readers/ram-role.ts';

/** The readers of what belongs to RAM. Of one kind, `configuration` stands first: others may depend on it. */
export const READERS: readonly Reader[] = [ramRole, ramPolicy, ramOidcProvider];
