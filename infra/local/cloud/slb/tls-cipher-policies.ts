import { listOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { tokenPage } from '../pages.ts';
import { flag, integer, mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import type { SlbState, TlsCipherPolicy } from './state.ts';

/** TLS policies of an account's own, for HTTPS listeners to name. */
export function tlsCipherPolicyOperations(state: SlbState): Readonly<Record<string, Operation>> {
  const named = ({ params, region }: Call): TlsCipherPolicy => {
    const found = state.tlsCipherPolicies.get(mandatory(params, 'TLSCipherPolicyId'));
    if (found?.RegionId === region) return found;
    throw new ApiError(404, 'TLSPolicyNotExist', 'The specified TLSCipherPolicyId does not exist.');
  };
  const ofPolicy = references({ 'ACS::SLB::TLSCipherPolicy': ['TLSCipherPolicyId'] });
  const put = (policy: TlsCipherPolicy): Answer => {
    state.tlsCipherPolicies.set(policy.InstanceId, policy);
    return { TLSCipherPolicyId: policy.InstanceId };
  };
  return {
    CreateTLSCipherPolicy: {
      rw: 'Write',
      required: ['Name', 'TLSVersions', 'Ciphers'],
      run: ({ params, region, now }) =>
        put({ InstanceId: newId('tls'), RegionId: region, CreateTime: now.getTime(), ...said(params) }),
      references: references({ 'ACS::SLB::TLSCipherPolicy': ['answer.TLSCipherPolicyId'] }),
    },
    SetTLSCipherPolicyAttribute: {
      rw: 'Write',
      required: ['TLSCipherPolicyId', 'Name', 'TLSVersions', 'Ciphers'],
      run: (call) => {
        put({ ...named(call), ...said(call.params) });
        return {};
      },
      references: ofPolicy,
    },
    DeleteTLSCipherPolicy: {
      rw: 'Write',
      required: ['TLSCipherPolicyId'],
      run: (call) => {
        const { InstanceId } = named(call);
        if (listenersOn(state, InstanceId).length > 0) {
          throw new ApiError(400, 'TLSPolicyConfiguredOnListener', 'The specified TLS policy is used by listeners.');
        }
        state.tlsCipherPolicies.delete(InstanceId);
        return {};
      },
      references: ofPolicy,
    },
    ListTLSCipherPolicies: { rw: 'Read', run: (call) => list(state, call) },
  };
}

function said(params: Call['params']): Pick<TlsCipherPolicy, 'Name' | 'TLSVersions' | 'Ciphers'> {
  return {
    Name: mandatory(params, 'Name'),
    TLSVersions: listOf(params, 'TLSVersions'),
    Ciphers: listOf(params, 'Ciphers'),
  };
}

function list(state: SlbState, { params, region }: Call): Answer {
  const id = text(params, 'TLSCipherPolicyId');
  const found = [...state.tlsCipherPolicies.values()].filter(
    (each) => each.RegionId === region && (id === undefined || each.InstanceId === id),
  );
  const size = integer(params, 'MaxItems') ?? 20;
  const { items, NextToken } = tokenPage({ ...params, MaxResults: size }, found, { usual: 20, most: 100 });
  const TLSCipherPolicies = items.map(({ InstanceId, Name, TLSVersions, Ciphers, CreateTime }) => {
    const RelateListeners = flag(params, 'IncludeListener') === true ? listenersOn(state, InstanceId) : [];
    return { InstanceId, Name, TLSVersions, Ciphers, CreateTime, Status: 'normal', RelateListeners };
  });
  return { TLSCipherPolicies, IsTruncated: NextToken !== '', NextToken, TotalCount: found.length };
}

function listenersOn(state: SlbState, policy: string): readonly Answer[] {
  return [...state.listeners.values()]
    .filter((each) => each.Attributes['TLSCipherPolicy'] === policy)
    .map(({ LoadBalancerId, ListenerPort }) => ({ LoadBalancerId, Port: ListenerPort, Protocol: 'HTTPS' }));
}
