import type { COMMAND_EFFECTS } from '../../model/operation.ts';
import type { DeedTest } from '../deed-test.ts';
import type { BadSetting } from '../settings.ts';

/** One thing that a command can do to a node; it does it when one of the tests says so, or a kernel parameter gets a bad value. */
export interface DeedRow {
  readonly effect: Exclude<(typeof COMMAND_EFFECTS)[number], 'command-unread'>;
  readonly tests?: readonly DeedTest[];
  readonly setting?: BadSetting;
}

export const STOPPING = ['stop', 'disable', 'mask', 'kill', 'edit', 'revert', 'set-property'];
export const RESTARTING = ['restart', 'try-restart', 'reload-or-restart', 'force-reload'];
export const CHANGING = ['write', 'delete', 'take'] as const;
