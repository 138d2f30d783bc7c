import { html } from 'hono/html';
import { duration } from '../../notify/times.ts';
import { ruleToldOf } from '../../notify/told.ts';
import { ROLE_WORDS } from '../../notify/words/roles.ts';
import { inLanguage } from '../../notify/words/sentences.ts';
import { catalogue } from '../../rules/catalogue.ts';
import type { ReviewStore, Reviewed } from '../../store/review.ts';
import { acts } from '../parts/acts.ts';
import { around, audit, deliveries, entries } from '../parts/around.ts';
import { severityBadge, statusBadge, verdictBadge } from '../parts/badges.ts';
import { changes } from '../parts/changes.ts';
import { command } from '../parts/command.ts';
import { findingPath, findingTable, titleOf } from '../parts/finding-table.ts';
import { facts, table } from '../parts/table.ts';
import { code, foreign, type Html, json, line, ownWords } from '../parts/text.ts';
import { time } from '../parts/time.ts';
import { who } from '../parts/who.ts';
import { href, say, type View } from '../view.ts';
import { FINDING } from '../words/finding.ts';

/** Everything about one finding. `notice`: what the reader just did, or could not do. */
export async function finding(
  store: ReviewStore,
  reviewed: Reviewed,
  view: View,
  notice: { readonly text: string; readonly isGood: boolean } | undefined,
): Promise<Html> {
  const { finding: one, verdict } = reviewed;
  const known = await gather(store, reviewed);
  return html`${notice ? html`<p class="banner ${notice.isGood ? 'good' : 'bad'}" role="status">${notice.text}</p>` : ''}
    <div class="row">
      ${severityBadge(one.severity, view)} ${statusBadge(one.status, view)} ${verdictBadge(verdict, view)}
    </div>
    <h1>${titleOf(one, view)}</h1>
    <p class="lead">${foreign(one.cluster.name, 80)} · ${foreign(one.actor.name, 80)} · ${time(one.eventTime, view)}</p>
    <div class="split">
      <div>${whatHappened(reviewed, known, view)}</div>
      <div>${whoAndWhat(reviewed, known, view)}</div>
    </div>`;
}

/** Everything that is known of one finding. */
async function gather(store: ReviewStore, { finding: one }: Reviewed) {
  return {
    decision: await store.decision(one),
    told: await store.told(one.id),
    nearby: await store.around(one),
    related: await store.related(one),
    said: await store.entries(one.id),
    audited: await store.audited(one),
  };
}
type Gathered = Awaited<ReturnType<typeof gather>>;

/** What changed and how to put it back first, then the evidence. */
function whatHappened(reviewed: Reviewed, { nearby, related, decision, audited }: Gathered, view: View): Html {
  const { finding: one } = reviewed;
  const rule = ruleToldOf(one, catalogue);
  const steps = rule.recovery.map((step) => html`<li>${ownWords(say(step, view))}</li>`);
  const notes = one.notes.map((note) => html`<li>${line(inLanguage(note, view.language))}</li>`);
  return html`${section(say(FINDING.changed, view), changes(one, view))}
  ${section(say(FINDING.restore, view), restore(reviewed, view))}
  ${section(say(FINDING.impact, view), html`<p>${ownWords(say(rule.impact, view))}</p>`)}
  ${section(
    say(FINDING.recovery, view),
    html`<ol>
      ${steps}
    </ol>`,
  )}
  ${
    notes.length === 0
      ? ''
      : section(
          say(FINDING.notes, view),
          html`<ul>
            ${notes}
          </ul>`,
        )
  }
  ${section(say(FINDING.resources, view), resources(reviewed, view))}
  ${nearby.length === 0 ? '' : section(say(FINDING.around, view), around(one, nearby, view))}
  ${related.length === 0 ? '' : section(say(FINDING.related, view), findingTable(related, view))}
  ${section(say(FINDING.event, view), event(reviewed, decision, view))}
  ${section(say(FINDING.audit, view), audit(audited, view))}`;
}

/** The facts in short, who did it, what became of it, and what to do now. */
function whoAndWhat(reviewed: Reviewed, { said, told }: Gathered, view: View): Html {
  const { finding: one, verdict } = reviewed;
  return html`<section class="card">${summary(reviewed, view)}</section>
    ${section(say(FINDING.actor, view), who(one, view))} ${section(say(FINDING.history, view), entries(said, view))}
    ${section(say(FINDING.act, view), acts(one, verdict, view))}
    ${section(say(FINDING.deliveries, view), deliveries(told, view))}`;
}

function section(title: string, content: Html): Html {
  return html`<section class="card">
    <h2>${title}</h2>
    ${content}
  </section>`;
}

function event({ finding: { eventId } }: Reviewed, decision: Gathered['decision'], view: View): Html {
  if (decision === undefined) return html`<p>${say(FINDING.noEvent, view)}</p>`;
  return html`${facts([
      [say(FINDING.eventId, view), code(eventId)],
      [say(FINDING.why, view), foreign(decision.decided.why)],
    ])}
    <details>
      <summary>${say(FINDING.raw, view)}</summary>
      ${json(decision.raw)}
    </details>`;
}

function summary({ finding: one }: Reviewed, view: View): Html {
  const lag = duration(Math.max(0, one.receivedAt.getTime() - one.eventTime.getTime()), view.language);
  const { cluster } = one;
  return facts([
    [
      say(FINDING.cluster, view),
      html`<a href="${href(view, `/clusters/${encodeURIComponent(cluster.id)}`)}">${foreign(cluster.name)}</a>
        <span class="soft">${foreign(cluster.id)}</span>`,
    ],
    [say(FINDING.operation, view), code(one.operation)],
    [
      say(FINDING.outcome, view),
      one.outcome === 'success'
        ? say(FINDING.succeeded, view)
        : html`${say(FINDING.refused, view)} ${code(one.errorCode ?? '?')}`,
    ],
    [say(FINDING.happened, view), time(one.eventTime, view)],
    [
      say(FINDING.received, view),
      html`${time(one.receivedAt, view)} <span class="soft">${say(FINDING.lag, view, { duration: lag })}</span>`,
    ],
    [
      say(FINDING.resolved, view),
      one.resolvedAt
        ? html`${time(one.resolvedAt, view)}
          ${one.resolvedBy === undefined ? '' : html`${say(FINDING.resolvedBy, view)} ${foreign(one.resolvedBy, 120)}`}`
        : undefined,
    ],
    [say(FINDING.foundLate, view), one.via === 'reconcile' ? say(FINDING.foundLateIn, view) : undefined],
    [
      say(FINDING.earlier, view),
      one.earlier === undefined
        ? undefined
        : html`<a href="${findingPath(one.earlier, view)}">${code(one.earlier)}</a>`,
    ],
    [say(FINDING.suppression, view), one.suppressedBy === undefined ? undefined : code(one.suppressedBy)],
    [say(FINDING.account, view), html`${code(one.accountId)} ${code(one.region)}`],
    [say(FINDING.alerted, view), say(one.isAlert ? FINDING.yes : FINDING.no, view)],
    ['ackwatch', html`${one.rows.join(' ')} · ${code(one.rule)} · ${code(one.id)}`],
  ]);
}

function restore({ finding: { restore: back } }: Reviewed, view: View): Html {
  if (back.possible === false) return html`<p>${say(FINDING.irrecoverable, view)}</p>`;
  if (back.possible === 'unknown') return html`<p>${say(FINDING.restoreUnknown, view)}</p>`;
  if (back.commands.length === 0) return html`<p>${say(FINDING.nothingToRestore, view)}</p>`;
  return html`${back.commands.map((one) => command(one, view))}`;
}

function resources({ finding: { resources: all } }: Reviewed, view: View): Html {
  return table(
    say(FINDING.resources, view),
    [
      {
        head: say(FINDING.resources, view),
        as: 'wide',
        cell: ({ id, name }) =>
          html`<a href="${href(view, '/clusters', { id })}">${code(id)}</a
            >${name === undefined || name === id ? '' : html` ${foreign(name, 80)}`}`,
      },
      { head: say(FINDING.role, view), cell: ({ role }) => say(ROLE_WORDS[role], view) },
      { head: say(FINDING.via, view), cell: ({ via }) => foreign(via, 40) },
    ],
    all,
  );
}
