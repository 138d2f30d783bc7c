import { listOf, type Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { asJob } from '../load-balancers/jobs.ts';
import { listingPage } from '../load-balancers/listing.ts';
import { structureSaid, structuresSaid } from '../load-balancers/structures.ts';
import { flag, given, integer, mandatory, objects, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { tagsIn } from '../tags.ts';
import { anAlbListener } from './defaults.ts';
import { albIn, listenerIn, missing } from './find.ts';
import type { AlbState, Listener } from './state.ts';

const SETTINGS = {
  ListenerDescription: text,
  SecurityPolicyId: text,
  IdleTimeout: integer,
  RequestTimeout: integer,
  GzipEnabled: flag,
  Http2Enabled: flag,
  CaEnabled: flag,
};

/** Listeners of Application Load Balancers. */
export function albListenerOperations(state: AlbState): Readonly<Record<string, Operation>> {
  const ofListener = references({ 'ACS::ALB::Listener': ['ListenerId'] });
  const change = (changed: (old: Listener, params: Params) => Listener): Operation => ({
    rw: 'Write',
    required: ['ListenerId'],
    run: (call) => {
      const old = listenerIn(state, call);
      const next = changed(old, call.params);
      return asJob(state.jobs, call, () => void state.listeners.set(old.ListenerId, next));
    },
    references: ofListener,
  });
  return {
    CreateListener: {
      rw: 'Write',
      required: ['LoadBalancerId', 'ListenerPort', 'ListenerProtocol', 'DefaultActions'],
      run: (call) => create(state, call),
      references: references({
        'ACS::ALB::LoadBalancer': ['LoadBalancerId'],
        'ACS::ALB::Listener': ['answer.ListenerId'],
      }),
    },
    UpdateListenerAttribute: change((old, params) => ({ ...old, ...settingsSaid(params) })),
    UpdateListenerLogConfig: change((old, params) => ({
      ...old,
      LogConfig: {
        ...old.LogConfig,
        ...given(params, { AccessLogRecordCustomizedHeadersEnabled: flag, AccessLogTracingConfig: structureSaid }),
      },
    })),
    StartListener: change((old) => ({ ...old, ListenerStatus: 'Running' })),
    StopListener: change((old) => ({ ...old, ListenerStatus: 'Stopped' })),
    DeleteListener: {
      rw: 'Write',
      required: ['ListenerId'],
      run: (call) => {
        const { ListenerId } = listenerIn(state, call);
        return asJob(state.jobs, call, () => remove(state, ListenerId));
      },
      references: ofListener,
    },
    AssociateAclsWithListener: change((old, params) => aclsOn(state, old, params)),
    DissociateAclsFromListener: change((old, params) => {
      const AclIds = old.AclIds.filter((id) => !listOf(params, 'AclIds').includes(id));
      return { ...old, AclIds, AclType: AclIds.length > 0 ? old.AclType : '' };
    }),
    AssociateAdditionalCertificatesWithListener: change((old, params) => ({
      ...old,
      AdditionalCertificateIds: [...new Set([...old.AdditionalCertificateIds, ...certificatesSaid(params)])],
    })),
    DissociateAdditionalCertificatesFromListener: change((old, params) => ({
      ...old,
      AdditionalCertificateIds: old.AdditionalCertificateIds.filter((id) => !certificatesSaid(params).includes(id)),
    })),
    GetListenerAttribute: { rw: 'Read', required: ['ListenerId'], run: (call) => answer(listenerIn(state, call)) },
    ListListeners: {
      rw: 'Read',
      run: (call) =>
        listingPage(
          call,
          'Listeners',
          [...state.listeners.values()],
          [
            ['ListenerIds', (one) => [one.ListenerId]],
            ['LoadBalancerIds', (one) => [one.LoadBalancerId]],
          ],
          row,
        ),
    },
    ListListenerCertificates: {
      rw: 'Read',
      required: ['ListenerId'],
      run: (call) => certificates(listenerIn(state, call)),
    },
  };
}

function create(state: AlbState, call: Call): Answer {
  const { params } = call;
  const { LoadBalancerId } = albIn(state, call);
  const ListenerPort = Number(mandatory(params, 'ListenerPort'));
  const taken = [...state.listeners.values()].some(
    (one) => one.LoadBalancerId === LoadBalancerId && one.ListenerPort === ListenerPort,
  );
  if (taken)
    throw new ApiError(400, 'ResourceAlreadyExist.Listener', 'The specified resource Listener already exists.');
  const ListenerId = newId('lsn');
  const ListenerProtocol = oneOf('HTTP', 'HTTPS', 'QUIC')(params, 'ListenerProtocol') ?? 'HTTP';
  const { DefaultActions = [], ...settings } = settingsSaid(params);
  const Tags = tagsIn(params, 'Tag');
  const said = { ListenerId, LoadBalancerId, ListenerPort, ListenerProtocol, DefaultActions, Tags };
  const listener = anAlbListener({ ...said, ...settings });
  return asJob(state.jobs, call, () => void state.listeners.set(ListenerId, listener), { ListenerId });
}

function remove(state: AlbState, listener: string): void {
  state.listeners.delete(listener);
  for (const [id, rule] of state.rules) if (rule.ListenerId === listener) state.rules.delete(id);
  for (const [id, script] of state.scripts) if (script.ListenerId === listener) state.scripts.delete(id);
}

function settingsSaid(params: Params): Partial<Listener> {
  return given(params, {
    ...SETTINGS,
    DefaultActions: structuresSaid,
    Certificates: structuresSaid,
    XForwardedForConfig: structureSaid,
    QuicConfig: structureSaid,
  });
}

function aclsOn(state: AlbState, old: Listener, params: Params): Listener {
  const named = listOf(params, 'AclIds');
  if (named.some((id) => !state.acls.has(id))) throw missing('Acl');
  const AclType = oneOf('White', 'Black')(params, 'AclType') ?? 'White';
  if (old.AclType !== '' && old.AclType !== AclType) {
    throw new ApiError(400, 'Mismatch.AclType', 'The type of the access control list does not match the one in use.');
  }
  return { ...old, AclType, AclIds: [...new Set([...old.AclIds, ...named])] };
}

function certificatesSaid(params: Params): readonly string[] {
  return objects(params, 'Certificates').flatMap((one) => text(one, 'CertificateId') ?? []);
}

/** As the listing tells it: without access control lists and certificates. */
function row(listener: Listener): Answer {
  const { Tags } = listener;
  const told = Object.entries(listener).filter(([name]) => !UNLISTED.has(name));
  return { ...Object.fromEntries(told), Tags: Tags.map(({ TagKey: Key, TagValue: Value }) => ({ Key, Value })) };
}

const UNLISTED = new Set(['AclIds', 'AclType', 'AdditionalCertificateIds', 'Certificates', 'CaEnabled']);

function answer(listener: Listener): Answer {
  const { AclIds, AclType, Certificates, CaEnabled } = listener;
  const AclRelations = AclIds.map((AclId) => ({ AclId, Status: 'Associated' }));
  return {
    ...row(listener),
    Certificates,
    CaCertificates: [],
    CaEnabled,
    ...(AclIds.length > 0 ? { AclConfig: { AclType, AclRelations } } : {}),
  };
}

function certificates({ Certificates, AdditionalCertificateIds }: Listener): Answer {
  const all = [
    ...Certificates.map((one) => ({ ...one, IsDefault: true })),
    ...AdditionalCertificateIds.map((CertificateId) => ({ CertificateId, IsDefault: false })),
  ];
  return {
    Certificates: all.map((one) => ({ ...one, CertificateType: 'Server', Status: 'Associated' })),
    NextToken: '',
  };
}
