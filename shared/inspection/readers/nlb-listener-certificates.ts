import { certificatesReader } from '../additional-certificates.ts';

/** The additional certificates of a TCPSSL listener. */
export const nlbListenerCertificates = certificatesReader({
  product: 'nlb',
  kind: 'nlb.listener',
  effects: ['attribute-changed'],
  protocols: ['TCPSSL'],
  add: 'AssociateAdditionalCertificatesWithListener',
  remove: 'DisassociateAdditionalCertificatesWithListener',
  asParams: (ids) => ({ AdditionalCertificateIds: ids }),
});
