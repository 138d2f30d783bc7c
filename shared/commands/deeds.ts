import { COMPONENT_DEEDS, KEY_PATH_DEEDS } from './deeds/components.ts';
import { NETWORK_DEEDS } from './deeds/network.ts';
import type { DeedRow } from './deeds/row.ts';
import { STORAGE_DEEDS } from './deeds/storage.ts';
import { SYSTEM_DEEDS } from './deeds/system.ts';

/** Everything that a command can do to a node, the most specific first. */
export const DEEDS: readonly DeedRow[] = [
  ...NETWORK_DEEDS,
  ...STORAGE_DEEDS,
  ...COMPONENT_DEEDS,
  ...SYSTEM_DEEDS,
  ...KEY_PATH_DEEDS,
];
