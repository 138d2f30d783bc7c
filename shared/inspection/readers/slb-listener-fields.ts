import type { Fields } from '../fields.ts';

/** What `DescribeLoadBalancer<protocol>ListenerAttribute` says of a listener, and `Set…` and `Create…` take. */
const EVERY: Fields = {
  Description: 'text',
  BackendServerPort: 'number',
  Bandwidth: 'number',
  Scheduler: 'word',
  VServerGroupId: 'text',
  AclStatus: 'word',
  AclType: 'word',
  AclId: 'text',
  HealthCheck: 'word',
  HealthyThreshold: 'number',
  UnhealthyThreshold: 'number',
  HealthCheckInterval: 'number',
  HealthCheckConnectPort: 'number',
};

const LAYER_4: Fields = {
  ...EVERY,
  MasterSlaveServerGroupId: 'text',
  HealthCheckConnectTimeout: 'number',
  ConnectionDrain: 'word',
  ConnectionDrainTimeout: 'number',
  ProxyProtocolV2Enabled: 'word',
};

const LAYER_7: Fields = {
  ...EVERY,
  HealthCheckDomain: 'text',
  HealthCheckURI: 'text',
  HealthCheckHttpCode: 'word',
  HealthCheckMethod: 'word',
  HealthCheckTimeout: 'number',
  StickySession: 'word',
  StickySessionType: 'word',
  CookieTimeout: 'number',
  Cookie: 'text',
  Gzip: 'word',
  IdleTimeout: 'number',
  RequestTimeout: 'number',
  XForwardedFor: 'word',
  XForwardedFor_SLBIP: 'word',
  XForwardedFor_SLBID: 'word',
  XForwardedFor_SLBPORT: 'word',
  XForwardedFor_ClientSrcPort: 'word',
  XForwardedFor_proto: 'word',
};

export const LISTENER_PROTOCOLS = ['tcp', 'udp', 'http', 'https'] as const;
export type ListenerProtocol = (typeof LISTENER_PROTOCOLS)[number];

/** The fields of a listener of each protocol; `Status` is read besides them. */
export const LISTENER_FIELDS: Readonly<Record<ListenerProtocol, Fields>> = {
  tcp: {
    ...LAYER_4,
    PersistenceTimeout: 'number',
    EstablishedTimeout: 'number',
    SynProxy: 'word',
    HealthCheckType: 'word',
    HealthCheckDomain: 'text',
    HealthCheckURI: 'text',
    HealthCheckHttpCode: 'word',
  },
  udp: { ...LAYER_4, HealthCheckReq: 'text', HealthCheckExp: 'text' },
  http: { ...LAYER_7, ListenerForward: 'word', ForwardPort: 'number' },
  https: {
    ...LAYER_7,
    ServerCertificateId: 'text',
    CACertificateId: 'text',
    EnableHttp2: 'word',
    TLSCipherPolicy: 'word',
  },
};

/** Whether the word is a protocol that a listener of Classic Load Balancer can have. */
export function isListenerProtocol(word: string | undefined): word is ListenerProtocol {
  return LISTENER_PROTOCOLS.some((protocol) => protocol === word);
}

/** Fields that count only while a switch is on; some answers keep them, some do not. */
const SWITCHED: readonly (readonly [name: string, fields: readonly string[]])[] = [
  ['AclStatus', ['AclType', 'AclId']],
  ['StickySession', ['StickySessionType', 'CookieTimeout', 'Cookie']],
  ['ConnectionDrain', ['ConnectionDrainTimeout']],
  ['ListenerForward', ['ForwardPort']],
];

/** The fields of a listener that count for nothing as it is set. */
export function idleIn(listener: Readonly<Record<string, unknown>>): readonly string[] {
  return SWITCHED.flatMap(([name, fields]) => (listener[name] === 'off' ? fields : []));
}
