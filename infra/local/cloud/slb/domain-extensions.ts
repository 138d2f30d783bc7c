import { ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { mandatory } from '../parameters.ts';
import { references } from '../references.ts';
import { listenerIn } from './find.ts';
import type { DomainExtension, SlbState } from './state.ts';

/** Further domains of HTTPS listeners, each with a certificate of its own. */
export function domainExtensionOperations(state: SlbState): Readonly<Record<string, Operation>> {
  const named = ({ params }: Call): DomainExtension => {
    const found = state.domainExtensions.get(mandatory(params, 'DomainExtensionId'));
    if (found !== undefined) return found;
    const message = 'The specified DomainExtensionId does not exist.';
    throw new ApiError(404, 'InvalidDomainExtensionId.NotFound', message);
  };
  const ofExtension = references({ 'ACS::SLB::DomainExtension': ['DomainExtensionId'] });
  return {
    CreateDomainExtension: {
      rw: 'Write',
      required: ['LoadBalancerId', 'ListenerPort', 'Domain', 'ServerCertificateId'],
      run: (call) => {
        const { LoadBalancerId, ListenerPort } = listenerIn(state, call, 'https');
        const DomainExtensionId = newId('de');
        const Domain = mandatory(call.params, 'Domain');
        const ServerCertificateId = mandatory(call.params, 'ServerCertificateId');
        const made = { DomainExtensionId, LoadBalancerId, ListenerPort, Domain, ServerCertificateId };
        state.domainExtensions.set(DomainExtensionId, made);
        return { DomainExtensionId, ListenerPort };
      },
      references: references({ 'ACS::SLB::LoadBalancer': ['LoadBalancerId'] }),
    },
    SetDomainExtensionAttribute: {
      rw: 'Write',
      required: ['DomainExtensionId', 'ServerCertificateId'],
      run: (call) => {
        const old = named(call);
        const ServerCertificateId = mandatory(call.params, 'ServerCertificateId');
        state.domainExtensions.set(old.DomainExtensionId, { ...old, ServerCertificateId });
        return {};
      },
      references: ofExtension,
    },
    DeleteDomainExtension: {
      rw: 'Write',
      required: ['DomainExtensionId'],
      run: (call) => {
        state.domainExtensions.delete(named(call).DomainExtensionId);
        return {};
      },
      references: ofExtension,
    },
    DescribeDomainExtensions: {
      rw: 'Read',
      required: ['LoadBalancerId', 'ListenerPort'],
      run: (call) => {
        const { LoadBalancerId, ListenerPort } = listenerIn(state, call, 'https');
        const DomainExtension = [...state.domainExtensions.values()]
          .filter((each) => each.LoadBalancerId === LoadBalancerId && each.ListenerPort === ListenerPort)
          .map(({ DomainExtensionId, Domain, ServerCertificateId }) => ({
            DomainExtensionId,
            Domain,
            ServerCertificateId,
          }));
        return { DomainExtensions: { DomainExtension } };
      },
    },
    DescribeDomainExtensionAttribute: {
      rw: 'Read',
      required: ['DomainExtensionId'],
      run: (call) => ({ ...named(call) }),
    },
  };
}
