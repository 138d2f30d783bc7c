import { certificatesReader } from '../additional-certificates.ts';

/** The additional certificates of an HTTPS or QUIC listener. */
export const albListenerCertificates = certificatesReader({
  product: 'alb',
  kind: 'alb.listener',
  effects: ['listener-changed'],
  protocols: ['HTTPS', 'QUIC'],
  add: 'AssociateAdditionalCertificatesWithListener',
  remove: 'DissociateAdditionalCertificatesFromListener',
  asParams: (ids) => ({ Certificates: ids.map((CertificateId) => ({ CertificateId })) }),
});
