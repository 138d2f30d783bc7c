import { serverGroupReader } from '../server-groups.ts';

/** A server group of Network Load Balancers. */
export const nlbServerGroup = serverGroupReader({
  product: 'nlb',
  kind: 'nlb.server-group',
  shape: {
    fields: {
      ServerGroupName: 'text',
      ServerGroupType: 'text',
      Protocol: 'text',
      VpcId: 'text',
      AddressIPVersion: 'text',
      AnyPortEnabled: 'flag',
      Scheduler: 'text',
      PreserveClientIpEnabled: 'flag',
      ConnectionDrainEnabled: 'flag',
      ConnectionDrainTimeout: 'number',
      ResourceGroupId: 'text',
    },
    structures: {
      HealthCheckConfig: {
        HealthCheckEnabled: 'flag',
        HealthCheckType: 'text',
        HealthCheckConnectPort: 'number',
        HealthCheckConnectTimeout: 'number',
        HealthCheckInterval: 'number',
        HealthCheckDomain: 'text',
        HealthCheckUrl: 'text',
        HealthCheckHttpCode: 'list',
        HttpCheckMethod: 'text',
        HealthyThreshold: 'number',
        UnhealthyThreshold: 'number',
      },
    },
  },
  renamed: { HealthCheck: 'HealthCheckConfig' },
});
