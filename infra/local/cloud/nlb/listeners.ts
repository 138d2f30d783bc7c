import { listOf, type Params, valueOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { asJob } from '../load-balancers/jobs.ts';
import { listingPage } from '../load-balancers/listing.ts';
import { flag, given, integer, mandatory, oneOf, type Reader, text } from '../parameters.ts';
import { references } from '../references.ts';
import { tagsIn } from '../tags.ts';
import { anNlbListener } from './defaults.ts';
import { listenerIn, nlbIn, serverGroupIn } from './find.ts';
import type { Listener, NlbState } from './state.ts';

const ids: Reader<readonly string[]> = (params, name) =>
  valueOf(params, name) === undefined ? undefined : listOf(params, name);
const SETTINGS = {
  ListenerDescription: text,
  ServerGroupId: text,
  IdleTimeout: integer,
  Cps: integer,
  Mss: integer,
  ProxyProtocolEnabled: flag,
  SecSensorEnabled: flag,
  AlpnEnabled: flag,
  AlpnPolicy: text,
  CaEnabled: flag,
  SecurityPolicyId: text,
  CertificateIds: ids,
};

/** Listeners of Network Load Balancers. */
export function nlbListenerOperations(state: NlbState): Readonly<Record<string, Operation>> {
  const ofListener = references({ 'ACS::NLB::Listener': ['ListenerId'] });
  const change = (changed: (old: Listener, params: Params, call: Call) => Listener): Operation => ({
    rw: 'Write',
    required: ['ListenerId'],
    run: (call) => {
      const old = listenerIn(state, call);
      const next = changed(old, call.params, call);
      return asJob(state.jobs, call, () => void state.listeners.set(old.ListenerId, next));
    },
    references: ofListener,
  });
  const extra = (changed: (old: readonly string[], named: readonly string[]) => readonly string[]): Operation =>
    change((old, params) => ({
      ...old,
      AdditionalCertificateIds: changed(old.AdditionalCertificateIds, listOf(params, 'AdditionalCertificateIds')),
    }));
  return {
    CreateListener: {
      rw: 'Write',
      required: ['LoadBalancerId', 'ListenerPort', 'ListenerProtocol', 'ServerGroupId'],
      run: (call) => create(state, call),
      references: references({
        'ACS::NLB::LoadBalancer': ['LoadBalancerId'],
        'ACS::NLB::Listener': ['answer.ListenerId'],
      }),
    },
    UpdateListenerAttribute: change((old, params, call) => {
      if (text(params, 'ServerGroupId') !== undefined) serverGroupIn(state, call);
      return { ...old, ...given(params, SETTINGS) };
    }),
    StartListener: change((old) => ({ ...old, ListenerStatus: 'Running' })),
    StopListener: change((old) => ({ ...old, ListenerStatus: 'Stopped' })),
    DeleteListener: {
      rw: 'Write',
      required: ['ListenerId'],
      run: (call) => {
        const { ListenerId } = listenerIn(state, call);
        return asJob(state.jobs, call, () => void state.listeners.delete(ListenerId));
      },
      references: ofListener,
    },
    AssociateAdditionalCertificatesWithListener: extra((old, named) => [...new Set([...old, ...named])]),
    DisassociateAdditionalCertificatesWithListener: extra((old, named) => old.filter((id) => !named.includes(id))),
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
          answer,
        ),
    },
    ListListenerCertificates: {
      rw: 'Read',
      required: ['ListenerId'],
      run: (call) => certificates(listenerIn(state, call)),
    },
  };
}

function create(state: NlbState, call: Call): Answer {
  const { params } = call;
  const { LoadBalancerId } = nlbIn(state, call);
  const { ServerGroupId } = serverGroupIn(state, call);
  const ListenerPort = Number(mandatory(params, 'ListenerPort'));
  const protocol = oneOf('TCP', 'UDP', 'TCPSSL')(params, 'ListenerProtocol') ?? 'TCP';
  const taken = [...state.listeners.values()].some(
    (one) => one.LoadBalancerId === LoadBalancerId && one.ListenerPort === ListenerPort,
  );
  if (taken) throw new ApiError(400, 'ResourceAlreadyExist.listener', 'The specified resource is already exist.');
  const ListenerId = `${newId('lsn')}@${ListenerPort}`;
  const listener = anNlbListener({
    ListenerId,
    LoadBalancerId,
    ListenerPort,
    ListenerProtocol: protocol,
    ...given(params, SETTINGS),
    ServerGroupId,
    Tags: tagsIn(params, 'Tag'),
  });
  return asJob(state.jobs, call, () => void state.listeners.set(ListenerId, listener), { ListenerId });
}

function answer(listener: Listener): Answer {
  const { AdditionalCertificateIds: _, Tags, ...rest } = listener;
  return { ...rest, CaCertificateIds: [], Tags: Tags.map(({ TagKey: Key, TagValue: Value }) => ({ Key, Value })) };
}

function certificates({ CertificateIds, AdditionalCertificateIds }: Listener): Answer {
  const row = (IsDefault: boolean) => (CertificateId: string) => ({
    CertificateId,
    IsDefault,
    CertificateType: 'Server',
    Status: 'Associated',
  });
  const Certificates = [...CertificateIds.map(row(true)), ...AdditionalCertificateIds.map(row(false))];
  return {
    Certificates,
    CertificateIds: Certificates.map((one) => one.CertificateId),
    TotalCount: Certificates.length,
  };
}
