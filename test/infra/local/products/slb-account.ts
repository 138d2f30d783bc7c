import { anInstance, aNetworkInterface } from '../../../../infra/local/cloud/ecs/defaults.ts';
import { createEcsState } from '../../../../infra/local/cloud/ecs/state.ts';
import {
  aListener,
  aLoadBalancer,
  anAccessControlList,
  aVServerGroup,
} from '../../../../infra/local/cloud/slb/defaults.ts';
import { slbProduct } from '../../../../infra/local/cloud/slb/product.ts';
import { createSlbState, listenerKey } from '../../../../infra/local/cloud/slb/state.ts';
import { asking } from './ask.ts';

export const LB = { LoadBalancerId: 'lb-api' };
export const API = { ...LB, ListenerPort: 6443 };
const region = 'cn-hangzhou';

/** A load balancer that serves an API server: a listener on 6443, its server group, an access control list. */
export function slbWithApiServer() {
  const slb = createSlbState();
  const ecs = createEcsState();
  const where = { RegionId: region, VpcId: 'vpc-1', VSwitchId: 'vsw-1', SecurityGroupIds: ['sg-1'] };
  for (const n of [1, 2]) {
    ecs.instances.set(`i-${n}`, anInstance({ ...where, InstanceId: `i-${n}`, PrivateIpAddress: `10.0.0.${n}` }));
  }
  ecs.networkInterfaces.set(
    'eni-1',
    aNetworkInterface({ ...where, NetworkInterfaceId: 'eni-1', PrivateIpAddress: '10.0.0.9' }),
  );
  slb.loadBalancers.set(
    'lb-api',
    aLoadBalancer({ ...LB, RegionId: region, VpcId: 'vpc-1', Tags: [{ TagKey: 'ack.aliyun.com', TagValue: 'c1' }] }),
  );
  slb.vServerGroups.set('rsp-1', aVServerGroup({ ...LB, VServerGroupId: 'rsp-1' }));
  slb.acls.set('acl-1', anAccessControlList({ AclId: 'acl-1', RegionId: region }));
  const ListenerProtocol = 'tcp';
  slb.listeners.set(
    listenerKey('lb-api', 6443, 'tcp'),
    aListener({ ...API, ListenerProtocol, Attributes: { VServerGroupId: 'rsp-1' } }),
  );
  const product = slbProduct(slb, ecs);
  return { slb, product, ask: asking(product) };
}
