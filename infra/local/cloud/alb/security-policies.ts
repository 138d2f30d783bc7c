import { listOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { asJob } from '../load-balancers/jobs.ts';
import { listingPage } from '../load-balancers/listing.ts';
import { mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { missing } from './find.ts';
import type { AlbState, SecurityPolicy } from './state.ts';

/** TLS policies of an account's own, for HTTPS listeners to name. */
export function albSecurityPolicyOperations(state: AlbState): Readonly<Record<string, Operation>> {
  const ofPolicy = references({ 'ACS::ALB::SecurityPolicy': ['SecurityPolicyId'] });
  const known = ({ params }: Call): SecurityPolicy => {
    const found = state.securityPolicies.get(mandatory(params, 'SecurityPolicyId'));
    if (found === undefined) throw missing('SecurityPolicy');
    return found;
  };
  const put = (policy: SecurityPolicy): void => void state.securityPolicies.set(policy.SecurityPolicyId, policy);
  return {
    CreateSecurityPolicy: {
      rw: 'Write',
      required: ['SecurityPolicyName', 'Ciphers', 'TLSVersions'],
      run: (call) => {
        const { params, region } = call;
        const SecurityPolicyId = newId('spc');
        const SecurityPolicyName = mandatory(params, 'SecurityPolicyName');
        const [Ciphers, TLSVersions] = [listOf(params, 'Ciphers'), listOf(params, 'TLSVersions')];
        const policy = { SecurityPolicyId, SecurityPolicyName, RegionId: region, Ciphers, TLSVersions };
        return asJob(state.jobs, call, () => put(policy), { SecurityPolicyId });
      },
      references: references({ 'ACS::ALB::SecurityPolicy': ['answer.SecurityPolicyId'] }),
    },
    UpdateSecurityPolicyAttribute: {
      rw: 'Write',
      required: ['SecurityPolicyId'],
      run: (call) => {
        const old = known(call);
        const [Ciphers, TLSVersions] = [listOf(call.params, 'Ciphers'), listOf(call.params, 'TLSVersions')];
        const next = {
          ...old,
          SecurityPolicyName: text(call.params, 'SecurityPolicyName') ?? old.SecurityPolicyName,
          Ciphers: Ciphers.length > 0 ? Ciphers : old.Ciphers,
          TLSVersions: TLSVersions.length > 0 ? TLSVersions : old.TLSVersions,
        };
        return asJob(state.jobs, call, () => put(next));
      },
      references: ofPolicy,
    },
    DeleteSecurityPolicy: {
      rw: 'Write',
      required: ['SecurityPolicyId'],
      run: (call) => {
        const { SecurityPolicyId } = known(call);
        if (listenersOn(state, SecurityPolicyId).length > 0) {
          throw new ApiError(400, 'ResourceInUse.SecurityPolicy', 'The specified resource SecurityPolicy is in use.');
        }
        return asJob(state.jobs, call, () => void state.securityPolicies.delete(SecurityPolicyId));
      },
      references: ofPolicy,
    },
    ListSecurityPolicies: {
      rw: 'Read',
      run: (call) =>
        listingPage(
          call,
          'SecurityPolicies',
          [...state.securityPolicies.values()],
          [['SecurityPolicyIds', (one) => [one.SecurityPolicyId]]],
          (one) => ({ ...one, SecurityPolicyStatus: 'Available', Tags: [] }),
        ),
    },
    ListSecurityPolicyRelations: {
      rw: 'Read',
      required: ['SecurityPolicyIds'],
      // The answer's member is spelled so.
      run: ({ params }) => ({
        SecrityPolicyRelations: listOf(params, 'SecurityPolicyIds').map((SecurityPolicyId) => ({
          SecurityPolicyId,
          RelatedListeners: listenersOn(state, SecurityPolicyId),
        })),
      }),
    },
  };
}

function listenersOn(state: AlbState, policy: string): readonly Answer[] {
  return [...state.listeners.values()]
    .filter((one) => one.SecurityPolicyId === policy)
    .map(({ ListenerId, ListenerPort, ListenerProtocol, LoadBalancerId }) => ({
      ListenerId,
      ListenerPort,
      ListenerProtocol,
      LoadBalancerId,
    }));
}
