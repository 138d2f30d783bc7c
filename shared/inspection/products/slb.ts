import type { Reader } from '../reader.ts';
import { slbAcl } from '../readers/slb-acl.ts';
import { slbCertificate } from '../readers/slb-certificate.ts';
import { slbDomainExtension } from '../readers/slb-domain-extension.ts';
import { slbListener } from '../readers/slb-listener.ts';
import { slbListenerWhiteList } from '../readers/slb-listener-white-list.ts';
import { slbLoadBalancer } from '../readers/slb-load-balancer.ts';
import { slbLoadBalancerTags } from '../readers/slb-load-balancer-tags.ts';
import { slbMasterSlaveGroup } from '../readers/slb-master-slave-group.ts';
import { slbRule } from '../readers/slb-rule.ts';
import { slbTlsPolicy } from '../readers/slb-tls-policy.ts';
import { slbVServerGroup } from '../readers/slb-vserver-group.ts';

/** The readers of what belongs to Classic Load Balancer. Of one kind, `configuration` stands first: others may depend on it. */
export const READERS: readonly Reader[] = [
  slbLoadBalancer,
  slbLoadBalancerTags,
  slbListener,
  slbListenerWhiteList,
  slbVServerGroup,
  slbMasterSlaveGroup,
  slbAcl,
  slbRule,
  slbDomainExtension,
  slbCertificate,
  slbTlsPolicy,
];
