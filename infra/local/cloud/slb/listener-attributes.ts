import type { Params } from '../../../../shared/model/params.ts';
import { integer, oneOf, type Reader, text } from '../parameters.ts';
import type { Attributes, Protocol } from './state.ts';

/** One setting of a listener: how it is read from a call, and what it is when nobody set it. */
export interface Setting {
  readonly read: Reader<string | number>;
  readonly usual?: string | number;
  /** The name in calls, where it differs from the one in answers. */
  readonly parameter?: string;
}

const words = (usual?: string): Setting => (usual === undefined ? { read: text } : { read: text, usual });
const number = (usual?: number): Setting => (usual === undefined ? { read: integer } : { read: integer, usual });
const onOff = (usual: 'on' | 'off'): Setting => ({ read: oneOf('on', 'off'), usual });

const EVERY = {
  Description: words(),
  BackendServerPort: number(),
  Bandwidth: number(-1),
  Scheduler: { read: oneOf('wrr', 'wlc', 'rr', 'sch', 'tch', 'qch'), usual: 'wrr' },
  VServerGroupId: words(),
  AclId: words(),
  AclType: { read: oneOf('white', 'black') },
  AclStatus: onOff('off'),
  HealthyThreshold: number(3),
  UnhealthyThreshold: number(3),
  HealthCheckConnectPort: number(),
} as const satisfies Record<string, Setting>;

const LAYER_4 = {
  ...EVERY,
  HealthCheck: { ...onOff('on'), parameter: 'HealthCheckSwitch' },
  MasterSlaveServerGroupId: words(),
  ConnectionDrain: onOff('off'),
  ConnectionDrainTimeout: number(),
  ProxyProtocolV2Enabled: { read: oneOf('true', 'false'), usual: 'false' },
} as const satisfies Record<string, Setting>;

const LAYER_7 = {
  ...EVERY,
  HealthCheck: onOff('off'),
  HealthCheckType: { read: oneOf('tcp', 'http'), usual: 'http' },
  HealthCheckDomain: words(),
  HealthCheckURI: words(),
  HealthCheckHttpCode: words(),
  HealthCheckMethod: { read: oneOf('head', 'get') },
  HealthCheckHttpVersion: words(),
  HealthCheckTimeout: number(),
  HealthCheckInterval: number(),
  StickySession: onOff('off'),
  StickySessionType: { read: oneOf('insert', 'server') },
  CookieTimeout: number(),
  Cookie: words(),
  Gzip: onOff('on'),
  IdleTimeout: number(15),
  RequestTimeout: number(60),
  XForwardedFor: onOff('on'),
  XForwardedFor_SLBIP: onOff('off'),
  XForwardedFor_SLBID: onOff('off'),
  XForwardedFor_SLBPORT: onOff('off'),
  XForwardedFor_ClientSrcPort: onOff('off'),
  XForwardedFor_proto: onOff('off'),
} as const satisfies Record<string, Setting>;

/** The settings of a listener of each protocol. */
export const LISTENER_SETTINGS: Readonly<Record<Protocol, Readonly<Record<string, Setting>>>> = {
  tcp: {
    ...LAYER_4,
    PersistenceTimeout: number(0),
    EstablishedTimeout: number(900),
    SynProxy: { read: oneOf('enable', 'disable'), usual: 'enable' },
    HealthCheckType: { read: oneOf('tcp', 'http'), usual: 'tcp' },
    HealthCheckConnectTimeout: number(5),
    HealthCheckInterval: number(2),
    HealthCheckDomain: words(),
    HealthCheckURI: words(),
    HealthCheckHttpCode: words(),
    HealthCheckMethod: { read: oneOf('head', 'get') },
  },
  udp: {
    ...LAYER_4,
    HealthCheckConnectTimeout: number(10),
    HealthCheckInterval: number(5),
    HealthCheckReq: words(),
    HealthCheckExp: words(),
  },
  http: { ...LAYER_7, ListenerForward: onOff('off'), ForwardPort: number() },
  https: {
    ...LAYER_7,
    ServerCertificateId: words(),
    CACertificateId: words(),
    EnableHttp2: onOff('on'),
    TLSCipherPolicy: words('tls_cipher_policy_1_0'),
    XForwardedFor_ClientCertSubjectDN: onOff('off'),
    XForwardedFor_ClientCertSubjectDNAlias: words(),
    XForwardedFor_ClientCertIssuerDN: onOff('off'),
    XForwardedFor_ClientCertIssuerDNAlias: words(),
    XForwardedFor_ClientCertFingerprint: onOff('off'),
    XForwardedFor_ClientCertFingerprintAlias: words(),
    XForwardedFor_ClientCertClientVerify: onOff('off'),
    XForwardedFor_ClientCertClientVerifyAlias: words(),
  },
};

/** The settings that a call gives. */
export function attributesIn(params: Params, settings: Readonly<Record<string, Setting>>): Attributes {
  const found = Object.entries(settings).flatMap(([name, { read, parameter }]) => {
    const value = read(params, parameter ?? name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found);
}

/** What a listener has before anybody set anything. */
export function usualAttributes(protocol: Protocol): Attributes {
  return Object.fromEntries(
    Object.entries(LISTENER_SETTINGS[protocol]).flatMap(([name, { usual }]) =>
      usual === undefined ? [] : [[name, usual] as const],
    ),
  );
}
