import { alertOf } from './alert.ts';
import type { Telling, View } from './channel.ts';
import { closingOf } from './closing.ts';
import type { Content } from './content.ts';
import { heartbeatOf } from './heartbeat.ts';
import type { Limits } from './sections.ts';
import { summaryOf } from './summary.ts';

/** What is told, as it is said. Pure: every channel says the same, in its own clothes. */
export function toContent(telling: Telling, view: View, limits: Limits): Content {
  const spoken = { ...view, language: telling.language ?? view.language };
  switch (telling.kind) {
    case 'alert':
    case 'resolved':
      return alertOf(telling, spoken, limits);
    case 'update':
    case 'digest':
      return summaryOf(telling, spoken, limits);
    case 'channel-closed':
      return closingOf(telling, spoken);
    case 'heartbeat':
      return heartbeatOf(telling, spoken);
  }
}
