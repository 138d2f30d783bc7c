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
      Scheduler: 'word',
      PreserveClientIpEnabled: 'flag',
      ConnectionDrainEnabled: 'flag',
      ConnectionDrainTimeout: 'number',
      ResourceGroupId: 'text',
    },
    structures: {
      HealthCheckConfig: {
        HealthCheckEnabled: 'flag',
        HealthCheckType: 'word',
        HealthCheckConnectPort: 'number',
        HealthCheckConnectTimeout: 'number',
        HealthCheckInterval: 'number',
        HealthCheckDomain: 'text',
        HealthCheckUrl: 'text',
        HealthCheckHttpCode: 'list',
        HttpCheckMethod: 'word',
        HealthyThreshold: 'number',
        UnhealthyThreshold: 'number',
      },
    },
  },
  renamed: { HealthCheck: 'HealthCheckConfig' },
});
