import { idOf, numberedId } from './build/ids.ts';
import { nodeRules } from './build/security-group.ts';

const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);
const worker = (number: number): string => numberedId('i', 'prodworker', number);

/** Ids of the managed cluster `prod`: eight nodes in two pools, Terway, load balancers of every kind, three volumes. */
export const PROD = {
  clusterId: 'c5e1a7d0f4b34c9d8a6f2b17e03c9d41a',
  name: 'prod',
  vpc: idOf('vpc', 'prod'),
  routeTable: idOf('vtb', 'prod'),
  vSwitches: { nodes: idOf('vsw', 'prodnodes'), pods: idOf('vsw', 'prodpods') },
  wayOut: {
    natGateway: idOf('ngw', 'prod'),
    snatTable: idOf('stb', 'prod'),
    route: idOf('rte', 'prodout'),
    snatEntries: [idOf('snat', 'prodnodes'), idOf('snat', 'prodpods')],
    ip: '203.0.113.21',
  },
  workerRole: 'KubernetesWorkerRole-5e1a7d0f-4b34-4c9d-8a6f-2b17e03c9d41',
  apiServer: { loadBalancer: idOf('lb', 'prodapi'), port: 6443, group: idOf('rsp', 'prodapi') },
  web: { loadBalancer: idOf('lb', 'prodweb'), port: 80, group: idOf('rsp', 'prodweb') },
  ingress: {
    loadBalancer: idOf('lb', 'prodingress'),
    ports: [80, 443],
    groups: [idOf('rsp', 'prodingress80'), idOf('rsp', 'prodingress443')],
    acl: idOf('acl', 'prodingress'),
  },
  /** A load balancer of the customer's: port 9000 is a Service's, 8443 and its group are the customer's own. */
  shared: {
    loadBalancer: idOf('lb', 'payments'),
    ownPort: 8443,
    ownGroup: idOf('rsp', 'paymentsown'),
    servicePort: 9000,
    serviceGroup: idOf('rsp', 'paymentssvc'),
  },
  /** A Service behind a Network Load Balancer. */
  grpc: {
    loadBalancer: idOf('nlb', 'prodgrpc'),
    listener: `${idOf('lsn', 'prodgrpc')}@50051`,
    port: 50_051,
    group: idOf('sgp', 'prodgrpc'),
  },
  /** A Network Load Balancer of the customer's: port 9443 is a Service's, 8443 the customer's own. */
  borrowed: {
    loadBalancer: idOf('nlb', 'ledger'),
    ownListener: `${idOf('lsn', 'ledgerown')}@8443`,
    ownGroup: idOf('sgp', 'ledgerown'),
    serviceListener: `${idOf('lsn', 'ledgersvc')}@9443`,
    serviceGroup: idOf('sgp', 'ledgersvc'),
  },
  /** An Ingress behind an Application Load Balancer. */
  albIngress: {
    loadBalancer: idOf('alb', 'prodingress'),
    listener: idOf('lsn', 'prodingress'),
    rule: idOf('rule', 'prodingress'),
    defaultGroup: idOf('sgp', 'prodfake'),
    shopGroup: idOf('sgp', 'prodshop'),
    acl: idOf('acl', 'prodalb'),
  },
  addresses: { apiServer: idOf('eip', 'prodapi'), node: idOf('eip', 'prodworker6') },
  securityGroup: idOf('sg', 'prodnodes'),
  rules: nodeRules('prod'),
  general: { pool: 'np5f0c1d8e7a6b4932', scalingGroup: idOf('asg', 'prodgeneral'), nodes: numbers(1, 3).map(worker) },
  elastic: {
    pool: 'np9d27e4b1c8f03a65',
    scalingGroup: idOf('asg', 'prodelastic'),
    nodes: numbers(4, 8).map(worker),
    min: 2,
    max: 10,
  },
  nodes: numbers(1, 8).map(worker),
  /** Two machines of the customer's beside the cluster, and their security group. */
  machines: numbers(1, 2).map((number) => numberedId('i', 'prodmachine', number)),
  machinesSecurityGroup: idOf('sg', 'prodmachines'),
  podInterfaces: numbers(1, 8).map((number) => numberedId('eni', 'prodpods', number)),
  /** Pods of a virtual node. */
  virtualPods: [numberedId('eci', 'prodpod', 1), numberedId('eci', 'prodpod', 2)],
  /** Two GPU machines of Lingjun. */
  lingjun: {
    pool: 'np7e21c5a90b4f63d8',
    cluster: 'i110472561732410000000',
    group: 'ng-7e21c5a90b4f63d8',
    network: 'vpd-7e21c5a9',
    nodes: ['e01-cn-prodgpu0001', 'e01-cn-prodgpu0002'],
    interfaces: ['leni-prodgpu0001', 'leni-prodgpu0002'],
  },
  sharedFiles: {
    fileSystem: '0a5c7e91b3',
    mountTarget: '0a5c7e91b3-prd47.cn-hangzhou.nas.aliyuncs.com',
    accessGroup: 'ack-prod-nodes',
    rules: { nodes: '1', pods: '2' },
  },
  volumes: numbers(1, 3).map((number) => numberedId('d', 'prodvolume', number)),
} as const;
