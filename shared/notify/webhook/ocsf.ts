import type { Finding, Status } from '../../model/finding.ts';
import type { Severity } from '../../model/severity.ts';
import type { Member, View } from '../channel.ts';

/** https://schema.ocsf.io/1.5.0/classes/detection_finding */
const VERSION = '1.5.0';
const FINDINGS = 2;
const DETECTION_FINDING = 2004;

/** What happened to the finding. */
export const ACTIVITIES = { create: 1, close: 3 } as const;

const SEVERITY_IDS: Readonly<Record<Severity, number>> = { informational: 1, low: 2, medium: 3, high: 4, critical: 5 };
const STATUS_IDS: Readonly<Record<Status, number>> = { new: 1, 'in-progress': 2, suppressed: 3, resolved: 4 };

/** A finding as a Detection Finding of OCSF; what the schema has no place for stands under `unmapped`. */
export function toDetectionFinding({ finding, rule }: Member, activity: keyof typeof ACTIVITIES, view: View) {
  const { language } = view;
  const { id, severity, status, rows, rules, eventTime, receivedAt, restore, notes, outcome } = finding;
  return {
    activity_id: ACTIVITIES[activity],
    category_uid: FINDINGS,
    class_uid: DETECTION_FINDING,
    type_uid: DETECTION_FINDING * 100 + ACTIVITIES[activity],
    time: receivedAt.getTime(),
    start_time: eventTime.getTime(),
    severity_id: SEVERITY_IDS[severity],
    status_id: STATUS_IDS[status],
    is_alert: finding.isAlert,
    message: `${rule.title[language]} (${finding.cluster.name})`,
    metadata: {
      version: VERSION,
      uid: id,
      profiles: ['cloud'],
      product: { name: 'ackwatch', vendor_name: 'ackwatch' },
    },
    finding_info: {
      uid: id,
      title: rule.title[language],
      desc: rule.impact[language],
      created_time: receivedAt.getTime(),
      types: rows,
      analytic: { type_id: 1, type: 'Rule', uid: finding.rule, name: rule.title.en },
      related_analytics: rules.filter((one) => one !== finding.rule).map((uid) => ({ type_id: 1, type: 'Rule', uid })),
      ...(view.reviewUrl === undefined ? {} : { src_url: `${view.reviewUrl.replace(/\/+$/u, '')}/findings/${id}` }),
    },
    cloud: { provider: 'Alibaba Cloud', region: finding.region, account: { uid: finding.accountId } },
    resources: finding.resources.map((one) => ({
      uid: one.id,
      type: one.kind,
      region: one.region,
      data: { role: one.role },
      ...(one.name === undefined ? {} : { name: one.name }),
    })),
    evidences: [evidenceOf(finding)],
    remediation: { desc: rule.recovery.map((step) => step[language]).join(' ') },
    unmapped: {
      cluster: finding.cluster,
      standing: finding.actor.standing,
      outcome,
      restore,
      notes,
      changes: finding.comparisons.map(({ resource, aspect, changes, unknown }) => ({
        resource,
        aspect,
        changes,
        unknown,
      })),
    },
  };
}

function evidenceOf({ actor, operation, eventId, errorCode, srcEndpoint }: Finding) {
  const [service = '', name = ''] = operation.split(':');
  return {
    actor: {
      user: {
        name: actor.name,
        type: actor.type,
        ...(actor.principalId === undefined ? {} : { uid: actor.principalId }),
        ...(actor.accountId === undefined ? {} : { account: { uid: actor.accountId } }),
      },
      ...(actor.session === undefined ? {} : { session: { uid: actor.session } }),
    },
    api: {
      operation: name,
      service: { name: service },
      request: { uid: eventId },
      ...(errorCode === undefined ? {} : { response: { error: errorCode } }),
    },
    ...(srcEndpoint.address === undefined ? {} : { src_endpoint: { ip: srcEndpoint.address } }),
    ...(srcEndpoint.userAgent === undefined ? {} : { http_request: { user_agent: srcEndpoint.userAgent } }),
  };
}
