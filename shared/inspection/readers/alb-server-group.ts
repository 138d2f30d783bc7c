import { serverGroupReader } from '../server-groups.ts';

/** A server group of Application Load Balancers. */
export const albServerGroup = serverGroupReader({
  product: 'alb',
  kind: 'alb.server-group',
  shape: {
    fields: {
      ServerGroupName: 'text',
      ServerGroupType: 'text',
      Protocol: 'text',
      VpcId: 'text',
      Scheduler: 'text',
      Ipv6Enabled: 'flag',
      CrossZoneEnabled: 'flag',
      UpstreamKeepaliveEnabled: 'flag',
      IpVersionAffinityMode: 'text',
      ServiceName: 'text',
      ResourceGroupId: 'text',
    },
    structures: {
      HealthCheckConfig: {
        HealthCheckEnabled: 'flag',
        HealthCheckProtocol: 'text',
        HealthCheckConnectPort: 'number',
        HealthCheckInterval: 'number',
        HealthCheckTimeout: 'number',
        HealthCheckHost: 'text',
        HealthCheckPath: 'text',
        HealthCheckMethod: 'text',
        HealthCheckHttpVersion: 'text',
        HealthCheckCodes: 'list',
        HealthyThreshold: 'number',
        UnhealthyThreshold: 'number',
      },
      StickySessionConfig: {
        StickySessionEnabled: 'flag',
        StickySessionType: 'text',
        Cookie: 'text',
        CookieTimeout: 'number',
      },
      ConnectionDrainConfig: { ConnectionDrainEnabled: 'flag', ConnectionDrainTimeout: 'number' },
      SlowStartConfig: { SlowStartEnabled: 'flag', SlowStartDuration: 'number' },
      UchConfig: { Type: 'text', Value: 'text' },
    },
    switches: {
      StickySessionConfig: 'StickySessionEnabled',
      ConnectionDrainConfig: 'ConnectionDrainEnabled',
      SlowStartConfig: 'SlowStartEnabled',
    },
  },
});
