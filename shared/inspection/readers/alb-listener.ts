import { listOf, textOf } from '../../model/params.ts';
import { type Content, isContent, textIn, textsIn } from '../content.ts';
import { contentOf, membersOf } from '../fields.ts';
import { settledStatus } from '../load-balancer-calls.ts';
import { answerOf, byAction, gone, oneByOne, type Predict, type Reader } from '../reader.ts';
import { restoreAlbListener } from '../restore/alb-listener.ts';
import { reshaped, type Shape, shaped } from '../structures.ts';

const SWITCH = 'flag' as const;
const FORWARDED = {
  XForwardedForClientCertClientVerifyAlias: 'text',
  XForwardedForClientCertClientVerifyEnabled: SWITCH,
  XForwardedForClientCertFingerprintAlias: 'text',
  XForwardedForClientCertFingerprintEnabled: SWITCH,
  XForwardedForClientCertIssuerDNAlias: 'text',
  XForwardedForClientCertIssuerDNEnabled: SWITCH,
  XForwardedForClientCertSubjectDNAlias: 'text',
  XForwardedForClientCertSubjectDNEnabled: SWITCH,
  XForwardedForClientSourceIpsEnabled: SWITCH,
  XForwardedForClientSourceIpsTrusted: 'text',
  XForwardedForClientSrcPortEnabled: SWITCH,
  XForwardedForEnabled: SWITCH,
  XForwardedForHostEnabled: SWITCH,
  XForwardedForProcessingMode: 'text',
  XForwardedForProtoEnabled: SWITCH,
  XForwardedForSLBIdEnabled: SWITCH,
  XForwardedForSLBPortEnabled: SWITCH,
} as const;

const SHAPE: Shape = {
  fields: {
    LoadBalancerId: 'text',
    ListenerPort: 'number',
    ListenerProtocol: 'text',
    ListenerDescription: 'text',
    SecurityPolicyId: 'text',
    IdleTimeout: 'number',
    RequestTimeout: 'number',
    GzipEnabled: 'flag',
    Http2Enabled: 'flag',
    CaEnabled: 'flag',
  },
  structures: {
    XForwardedForConfig: FORWARDED,
    QuicConfig: { QuicListenerId: 'text', QuicUpgradeEnabled: 'flag' },
  },
  lists: ['DefaultActions', 'Certificates', 'CaCertificates'],
};
/** What is logged of requests is set by a call of its own. */
const LOG: Shape = {
  fields: { AccessLogRecordCustomizedHeadersEnabled: 'flag' },
  structures: { AccessLogTracingConfig: { TracingEnabled: 'flag', TracingSample: 'number', TracingType: 'text' } },
};

/** A listener of an Application Load Balancer, with the access control lists on it. */
export const albListener: Reader = {
  kind: 'alb.listener',
  aspect: 'configuration',
  effects: ['listener-changed', 'acl-changed', 'attribute-changed', 'created'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const answer = await answerOf(place, 'alb', 'GetListenerAttribute', { ListenerId: id }, { ListenerId: id });
    const { ListenerStatus } = contentOf(answer, { ListenerStatus: 'word' });
    const log = isContent(answer['LogConfig']) ? shaped(answer['LogConfig'], LOG) : {};
    return {
      ...shaped({ ...answer, Certificates: defaultsOf(answer['Certificates']) }, SHAPE),
      ...settledStatus(ListenerStatus, 'running'),
      ...aclsIn(answer['AclConfig']),
      ...(Object.keys(log).length > 0 ? { LogConfig: log } : {}),
    };
  }),
  predict: byAction({
    CreateListener: ({ params }) => reshaped({ Status: 'running', AclIds: [] }, params, ['Tag'], SHAPE),
    UpdateListenerAttribute: ({ params }, _, before) =>
      isContent(before) ? reshaped(before, params, ['ListenerId'], SHAPE) : undefined,
    UpdateListenerLogConfig: ({ params }, _, before) => {
      if (!isContent(before)) return undefined;
      const LogConfig = reshaped(before['LogConfig'] ?? {}, params, ['ListenerId'], LOG);
      return LogConfig === undefined ? undefined : { ...before, LogConfig };
    },
    AssociateAclsWithListener: acls((had, named) => [...new Set([...had, ...named])]),
    DissociateAclsFromListener: acls((had, named) => had.filter((id) => !named.includes(id))),
    StartListener: switched('running'),
    StopListener: switched('stopped'),
    DeleteListener: gone,
    // Additional certificates and scripts have readings of their own.
    AssociateAdditionalCertificatesWithListener: unchanged,
    DissociateAdditionalCertificatesFromListener: unchanged,
  }),
  restore: restoreAlbListener,
};

function unchanged(...[, , before]: Parameters<Predict>) {
  return before;
}

/** Some answers tell the additional certificates along with the listener's own. */
function defaultsOf(certificates: unknown): readonly Content[] {
  return membersOf(certificates)
    .filter(({ IsDefault }) => IsDefault !== false)
    .flatMap((one) => {
      const CertificateId = textIn(one, 'CertificateId');
      return CertificateId === undefined ? [] : [{ CertificateId }];
    });
}

function aclsIn(config: unknown): Content {
  if (!isContent(config)) return { AclIds: [] };
  const AclIds = membersOf(config['AclRelations']).flatMap((one) => textIn(one, 'AclId') ?? []);
  const AclType = textIn(config, 'AclType');
  return { AclIds: AclIds.toSorted(), ...(AclIds.length > 0 && AclType !== undefined ? { AclType } : {}) };
}

function acls(change: (had: readonly string[], named: readonly string[]) => readonly string[]): Predict {
  return ({ params }, _, before) => {
    const named = listOf(params, 'AclIds');
    if (!isContent(before) || named.length === 0) return undefined;
    const { AclType: had, ...rest } = before;
    const AclIds = change(textsIn(before, 'AclIds'), named).toSorted();
    const AclType = textOf(params, 'AclType') ?? had;
    return { ...rest, AclIds, ...(AclIds.length > 0 && AclType !== undefined ? { AclType } : {}) };
  };
}

function switched(Status: 'running' | 'stopped'): Predict {
  return (_, __, before) => (isContent(before) ? { ...before, Status } : undefined);
}
