import { listOf, type Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { asJob } from '../load-balancers/jobs.ts';
import { listingPage } from '../load-balancers/listing.ts';
import { mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { securityPolicyIn } from './find.ts';
import type { NlbState, SecurityPolicy } from './state.ts';

/** TLS policies of an account's own, for TCPSSL listeners to name. */
export function nlbSecurityPolicyOperations(state: NlbState): Readonly<Record<string, Operation>> {
  const ofPolicy = references({ 'ACS::NLB::SecurityPolicy': ['SecurityPolicyId'] });
  return {
    CreateSecurityPolicy: {
      rw: 'Write',
      required: ['SecurityPolicyName', 'Ciphers', 'TlsVersions'],
      run: (call) => {
        const SecurityPolicyId = newId('tls');
        const SecurityPolicyName = mandatory(call.params, 'SecurityPolicyName');
        const policy = { SecurityPolicyId, SecurityPolicyName, RegionId: call.region, ...said(call.params) };
        return asJob(state.jobs, call, () => void state.securityPolicies.set(SecurityPolicyId, policy), {
          SecurityPolicyId,
        });
      },
      references: references({ 'ACS::NLB::SecurityPolicy': ['answer.SecurityPolicyId'] }),
    },
    UpdateSecurityPolicyAttribute: {
      rw: 'Write',
      required: ['SecurityPolicyId'],
      run: (call) => {
        const old = securityPolicyIn(state, call);
        const { Ciphers, TlsVersions } = said(call.params);
        const next = {
          ...old,
          SecurityPolicyName: text(call.params, 'SecurityPolicyName') ?? old.SecurityPolicyName,
          Ciphers: Ciphers.length > 0 ? Ciphers : old.Ciphers,
          TlsVersions: TlsVersions.length > 0 ? TlsVersions : old.TlsVersions,
        };
        return asJob(state.jobs, call, () => void state.securityPolicies.set(old.SecurityPolicyId, next));
      },
      references: ofPolicy,
    },
    DeleteSecurityPolicy: {
      rw: 'Write',
      required: ['SecurityPolicyId'],
      run: (call) => {
        const { SecurityPolicyId } = securityPolicyIn(state, call);
        if (listenersOn(state, SecurityPolicyId).length > 0) {
          throw new ApiError(400, 'ResourceInUse.SecurityPolicy', 'The specified security policy is in use.');
        }
        state.securityPolicies.delete(SecurityPolicyId);
        return {};
      },
      references: ofPolicy,
    },
    ListSecurityPolicy: {
      rw: 'Read',
      run: (call) =>
        listingPage(
          call,
          'SecurityPolicies',
          [...state.securityPolicies.values()],
          [['SecurityPolicyIds', (one) => [one.SecurityPolicyId]]],
          (one) => answer(state, one),
        ),
    },
  };
}

function said(params: Params): Pick<SecurityPolicy, 'Ciphers' | 'TlsVersions'> {
  return { Ciphers: listOf(params, 'Ciphers'), TlsVersions: listOf(params, 'TlsVersions') };
}

function answer(state: NlbState, { Ciphers, TlsVersions, ...policy }: SecurityPolicy): Answer {
  return {
    ...policy,
    Ciphers: Ciphers.join(','),
    TlsVersion: TlsVersions.join(','),
    SecurityPolicyStatus: 'Available',
    RelatedListeners: listenersOn(state, policy.SecurityPolicyId),
    Tags: [],
  };
}

function listenersOn(state: NlbState, policy: string): readonly Answer[] {
  return [...state.listeners.values()]
    .filter((one) => one.SecurityPolicyId === policy)
    .map(({ ListenerId, ListenerPort, ListenerProtocol, LoadBalancerId }) => ({
      ListenerId,
      ListenerPort,
      ListenerProtocol,
      LoadBalancerId,
    }));
}
