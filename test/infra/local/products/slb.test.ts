import { describe, expect, it } from 'vitest';
import { type Ask, NOW, referencesOf, refusalOf } from './ask.ts';
import { API, LB, slbWithApiServer } from './slb-account.ts';

describe('a write is read back', () => {
  const ofLb = ['DescribeLoadBalancerAttribute', LB] as const;
  const ofListener = ['DescribeLoadBalancerTCPListenerAttribute', API] as const;
  const ofGroup = ['DescribeVServerGroupAttribute', { VServerGroupId: 'rsp-1' }] as const;
  const ofAcl = ['DescribeAccessControlListAttribute', { AclId: 'acl-1' }] as const;
  const ofWhiteList = ['DescribeListenerAccessControlAttribute', API] as const;
  const backend = { ServerId: 'i-1', Port: 80, Weight: 30, Type: 'ecs', ServerIp: '', Description: 'node' };

  it.each([
    ['SetLoadBalancerName', { ...LB, LoadBalancerName: 'new' }, ofLb, { LoadBalancerName: 'new' }],
    ['SetLoadBalancerStatus', { ...LB, LoadBalancerStatus: 'inactive' }, ofLb, { LoadBalancerStatus: 'inactive' }],
    ['SetLoadBalancerDeleteProtection', { ...LB, DeleteProtection: 'on' }, ofLb, { DeleteProtection: 'on' }],
    [
      'SetLoadBalancerModificationProtection',
      { ...LB, ModificationProtectionStatus: 'ConsoleProtection', ModificationProtectionReason: 'managed.by.ack' },
      ofLb,
      { ModificationProtectionStatus: 'ConsoleProtection', ModificationProtectionReason: 'managed.by.ack' },
    ],
    [
      'ModifyLoadBalancerInstanceSpec',
      { ...LB, LoadBalancerSpec: 'slb.s3.large' },
      ofLb,
      { LoadBalancerSpec: 'slb.s3.large' },
    ],
    [
      'ModifyLoadBalancerInternetSpec',
      { ...LB, InternetChargeType: 'paybybandwidth', Bandwidth: 10 },
      ofLb,
      { InternetChargeType: 'paybybandwidth', Bandwidth: 10 },
    ],
    [
      'ModifyLoadBalancerInstanceChargeType',
      { ...LB, InstanceChargeType: 'PayByCLCU' },
      ofLb,
      { InstanceChargeType: 'PayByCLCU' },
    ],
    [
      'MoveResourceGroup',
      { ResourceId: 'lb-api', ResourceType: 'loadbalancer', NewResourceGroupId: 'rg-2' },
      ofLb,
      { ResourceGroupId: 'rg-2' },
    ],
    [
      'AddBackendServers',
      { ...LB, BackendServers: JSON.stringify([{ ServerId: 'i-2', Weight: '10' }]) },
      ofLb,
      {
        BackendServers: {
          BackendServer: [{ ServerId: 'i-2', Weight: 10, Type: 'ecs', ServerIp: '', Description: '' }],
        },
      },
    ],
    [
      'AddTags',
      { ...LB, Tags: '[{"TagKey":"a","TagValue":"1"}]' },
      ofLb,
      {
        Tags: {
          Tag: [
            { TagKey: 'ack.aliyun.com', TagValue: 'c1' },
            { TagKey: 'a', TagValue: '1' },
          ],
        },
      },
    ],
    ['RemoveTags', { ...LB, Tags: '[{"TagKey":"ack.aliyun.com","TagValue":"c1"}]' }, ofLb, { Tags: { Tag: [] } }],
    ['UntagResources', { ResourceType: 'instance', ResourceId: ['lb-api'], All: true }, ofLb, { Tags: { Tag: [] } }],
    [
      'TagResources',
      { ResourceType: 'instance', ResourceId: ['lb-api'], Tag: [{ Key: 'ack.aliyun.com', Value: 'c2' }] },
      ofLb,
      { Tags: { Tag: [{ TagKey: 'ack.aliyun.com', TagValue: 'c2' }] } },
    ],
    [
      'TagResources',
      { ResourceType: 'listener', ResourceId: ['lb-api_tcp_6443'], Tag: [{ Key: 'k', Value: 'v' }] },
      ofListener,
      { Tags: { Tag: [{ TagKey: 'k', TagValue: 'v' }] } },
    ],
    ['StopLoadBalancerListener', { ...API, ListenerProtocol: 'tcp' }, ofListener, { Status: 'stopped' }],
    [
      'SetLoadBalancerTCPListenerAttribute',
      { ...API, AclStatus: 'on', AclType: 'white', AclId: 'acl-1' },
      ofListener,
      { AclStatus: 'on', AclType: 'white', AclId: 'acl-1', AclIds: { AclId: ['acl-1'] } },
    ],
    [
      'SetListenerAccessControlStatus',
      { ...API, AccessControlStatus: 'open_white_list' },
      ofWhiteList,
      { AccessControlStatus: 'open_white_list', SourceItems: '' },
    ],
    [
      'AddListenerWhiteListItem',
      { ...API, SourceItems: '10.0.0.0/8,192.168.0.1' },
      ofWhiteList,
      { SourceItems: '10.0.0.0/8,192.168.0.1' },
    ],
    [
      'AddVServerGroupBackendServers',
      { VServerGroupId: 'rsp-1', BackendServers: JSON.stringify([backend]) },
      ofGroup,
      { BackendServers: { BackendServer: [backend] } },
    ],
    [
      'SetVServerGroupAttribute',
      { VServerGroupId: 'rsp-1', VServerGroupName: 'new' },
      ofGroup,
      { VServerGroupName: 'new' },
    ],
    ['SetAccessControlListAttribute', { AclId: 'acl-1', AclName: 'new' }, ofAcl, { AclName: 'new' }],
    [
      'AddAccessControlListEntry',
      { AclId: 'acl-1', AclEntrys: '[{"entry":"10.0.0.0/8","comment":"office"}]' },
      ofAcl,
      { AclEntrys: { AclEntry: [{ AclEntryIP: '10.0.0.0/8', AclEntryComment: 'office' }] } },
    ],
  ] as const)('%s', (action, params, [read, of], expected) => {
    const { ask } = slbWithApiServer();

    ask(action, params);

    expect(ask(read, of)).toMatchObject(expected);
  });
});

describe('server groups', () => {
  const of = { VServerGroupId: 'rsp-1' };
  const servers = (...list: readonly object[]) => ({ ...of, BackendServers: JSON.stringify(list) });
  const read = (ask: Ask) => {
    const { BackendServers } = ask('DescribeVServerGroupAttribute', of);
    const list = (BackendServers as { BackendServer: { ServerId: string; Port: number; Weight: number }[] })
      .BackendServer;
    return list.map((each) => `${each.ServerId}:${each.Port}=${each.Weight}`);
  };

  it('take backends in, reweigh, exchange and let them go', () => {
    const { ask } = slbWithApiServer();
    ask('AddVServerGroupBackendServers', servers({ ServerId: 'i-1', Port: 80 }, { ServerId: 'i-2', Port: 80 }));
    ask('SetVServerGroupAttribute', servers({ ServerId: 'i-1', Port: 80, Weight: 0 }));
    expect(read(ask)).toEqual(['i-1:80=0', 'i-2:80=100']);

    ask('ModifyVServerGroupBackendServers', {
      ...of,
      OldBackendServers: '[{"ServerId":"i-1","Port":80}]',
      NewBackendServers: '[{"ServerId":"eni-1","Port":81,"Type":"eni"}]',
    });
    expect(read(ask)).toEqual(['i-2:80=100', 'eni-1:81=100']);

    ask('RemoveVServerGroupBackendServers', servers({ ServerId: 'i-2', Port: 80 }, { ServerId: 'i-7', Port: 80 }));
    expect(read(ask)).toEqual(['eni-1:81=100']);
  });

  it('are created with an id, listed with what uses them, and deleted when nothing does', () => {
    const { ask } = slbWithApiServer();
    const { VServerGroupId } = ask('CreateVServerGroup', { ...LB, VServerGroupName: 'k8s/80/web/shop/c1' });

    expect(ask('DescribeVServerGroups', { ...LB, IncludeListener: true })).toMatchObject({
      VServerGroups: {
        VServerGroup: [
          {
            VServerGroupId: 'rsp-1',
            AssociatedObjects: { Listeners: { Listener: [{ Port: 6443, Protocol: 'tcp' }] } },
          },
          { VServerGroupId, VServerGroupName: 'k8s/80/web/shop/c1', ServerCount: 0 },
        ],
      },
    });
    ask('DeleteVServerGroup', { VServerGroupId });
    expect(refusalOf(() => ask('DescribeVServerGroupAttribute', { VServerGroupId }))).toBe('404 InvalidParameter');
  });

  it('of master and slave hold one of each', () => {
    const { ask } = slbWithApiServer();
    const two = [
      { ServerId: 'i-1', Port: 80, ServerType: 'Master' },
      { ServerId: 'i-2', Port: 80, ServerType: 'Slave' },
    ];

    const { MasterSlaveServerGroupId } = ask('CreateMasterSlaveServerGroup', {
      ...LB,
      MasterSlaveBackendServers: JSON.stringify(two),
    });

    const read = ask('DescribeMasterSlaveServerGroupAttribute', { MasterSlaveServerGroupId });
    expect(read).toMatchObject({ ...LB, MasterSlaveBackendServers: { MasterSlaveBackendServer: two } });
    expect(ask('DescribeMasterSlaveServerGroups', LB)).toMatchObject({
      MasterSlaveServerGroups: { MasterSlaveServerGroup: [{ MasterSlaveServerGroupId }] },
    });
  });
});

describe('what is refused', () => {
  it.each([
    ['DescribeLoadBalancerAttribute', { LoadBalancerId: 'lb-x' }, '404 InvalidLoadBalancerId.NotFound'],
    ['SetLoadBalancerStatus', { ...LB, LoadBalancerStatus: 'asleep' }, '400 InvalidParameter'],
    ['DescribeLoadBalancerTCPListenerAttribute', { ...LB, ListenerPort: 1 }, '404 ListenerNotFound'],
    ['SetLoadBalancerTCPListenerAttribute', { ...API, VServerGroupId: 'rsp-x' }, '404 InvalidParameter'],
    ['SetLoadBalancerTCPListenerAttribute', { ...API, AclId: 'acl-x' }, '404 AclNotExist'],
    ['SetLoadBalancerTCPListenerAttribute', { ...API, AclStatus: 'on' }, '400 MissingParameter'],
    ['CreateLoadBalancerTCPListener', { ...LB, ListenerPort: 70_000 }, '400 InvalidParameter'],
    ['CreateLoadBalancerTCPListener', { ...LB, ListenerPort: 7 }, '400 MissingParameter'],
    ['DeleteVServerGroup', { VServerGroupId: 'rsp-1' }, '400 RspoolVipExist'],
    [
      'AddVServerGroupBackendServers',
      { VServerGroupId: 'rsp-1', BackendServers: '[{"ServerId":"i-x","Port":1}]' },
      '404 InvalidServerId.NotFound',
    ],
    ['AddVServerGroupBackendServers', { VServerGroupId: 'rsp-1', BackendServers: 'nonsense' }, '400 InvalidParameter'],
    [
      'AddVServerGroupBackendServers',
      { VServerGroupId: 'rsp-1', BackendServers: '[{"ServerId":"i-1","Port":1,"Weight":101}]' },
      '400 InvalidWeight.Malformed',
    ],
    ['SetRule', { RuleId: 'rule-x' }, '404 InvalidRuleId.NotFound'],
    ['DeleteDomainExtension', { DomainExtensionId: 'de-x' }, '404 InvalidDomainExtensionId.NotFound'],
    [
      'TagResources',
      { ResourceType: 'instance', ResourceId: ['lb-x'], Tag: [{ Key: 'a' }] },
      '404 InvalidResourceId.NotFound',
    ],
    [
      'TagResources',
      { ResourceType: 'instance', ResourceId: ['lb-api'], Tag: [{ Key: 'acs:x' }] },
      '400 InvalidTagKey.Malformed',
    ],
    ['UntagResources', { ResourceType: 'boat', ResourceId: ['lb-api'], All: true }, '404 InvalidResourceType.NotFound'],
    ['DescribeLoadBalancers', { PageSize: 101 }, '400 InvalidParameter'],
    ['DescribeLoadBalancerListeners', { NextToken: 'nonsense' }, '400 InvalidParameter'],
  ] as const)('%s %j: %s', (action, params, refusal) => {
    const { ask } = slbWithApiServer();

    expect(refusalOf(() => ask(action, params))).toBe(refusal);
  });

  it('a load balancer of another region does not exist', () => {
    const { ask } = slbWithApiServer();

    const elsewhere = () => ask('DescribeLoadBalancerAttribute', LB, { region: 'cn-beijing' });

    expect(refusalOf(elsewhere)).toBe('404 InvalidLoadBalancerId.NotFound');
    expect(ask('DescribeLoadBalancers', {}, { region: 'cn-beijing' })['TotalCount']).toBe(0);
  });

  it('a protected load balancer is deleted only after its protection is off', () => {
    const { ask, slb } = slbWithApiServer();
    ask('SetLoadBalancerDeleteProtection', { ...LB, DeleteProtection: 'on' });
    expect(refusalOf(() => ask('DeleteLoadBalancer', LB))).toBe('400 OperationDenied.DeleteProtectionIsOn');

    ask('SetLoadBalancerDeleteProtection', { ...LB, DeleteProtection: 'off' });
    ask('DeleteLoadBalancer', LB);

    expect([slb.loadBalancers, slb.listeners, slb.vServerGroups].map((map) => map.size)).toEqual([0, 0, 0]);
  });

  it('an access control list in use is not deleted', () => {
    const { ask } = slbWithApiServer();
    ask('SetLoadBalancerTCPListenerAttribute', { ...API, AclStatus: 'on', AclType: 'black', AclId: 'acl-1' });

    expect(refusalOf(() => ask('DeleteAccessControlList', { AclId: 'acl-1' }))).toBe('400 AclInUsed');
    expect(ask('DescribeAccessControlListAttribute', { AclId: 'acl-1' })).toMatchObject({
      RelatedListeners: { RelatedListener: [{ ...API, Protocol: 'tcp', AclType: 'black' }] },
    });
  });
});

describe('what was added or set is taken away again', () => {
  it.each([
    [
      'an entry of an access control list',
      'AddAccessControlListEntry',
      'RemoveAccessControlListEntry',
      { AclId: 'acl-1', AclEntrys: '[{"entry":"10.0.0.0/8"}]' },
      ['DescribeAccessControlListAttribute', { AclId: 'acl-1' }],
    ],
    [
      'an address of a white list',
      'AddListenerWhiteListItem',
      'RemoveListenerWhiteListItem',
      { ...API, SourceItems: '10.0.0.1' },
      ['DescribeListenerAccessControlAttribute', API],
    ],
    [
      'a backend of the load balancer',
      'AddBackendServers',
      'RemoveBackendServers',
      { ...LB, BackendServers: '[{"ServerId":"i-1"}]' },
      ['DescribeLoadBalancerAttribute', LB],
    ],
  ] as const)('%s', (_, add, remove, params, [read, of]) => {
    const { ask } = slbWithApiServer();
    const before = ask(read, of);

    ask(add, params);
    expect(ask(read, of)).not.toEqual(before);
    ask(remove, params);

    expect(ask(read, of)).toEqual(before);
  });

  it('the reason of a protection goes with the protection', () => {
    const { ask } = slbWithApiServer();
    const on = { ModificationProtectionStatus: 'ConsoleProtection', ModificationProtectionReason: 'managed.by.ack' };
    ask('SetLoadBalancerModificationProtection', { ...LB, ...on });

    ask('SetLoadBalancerModificationProtection', { ...LB, ModificationProtectionStatus: 'NonProtection' });

    expect(ask('DescribeLoadBalancerAttribute', LB)).toMatchObject({
      ModificationProtectionStatus: 'NonProtection',
      ModificationProtectionReason: '',
    });
  });

  it('of tags, twenty are the most', () => {
    const { ask } = slbWithApiServer();
    const Tag = Array.from({ length: 20 }, (__, n) => ({ Key: `k${n}`, Value: 'v' }));

    const tooMany = () => ask('TagResources', { ResourceType: 'instance', ResourceId: ['lb-api'], Tag });

    expect(refusalOf(tooMany)).toBe('400 TagCountLimit');
  });
});

describe('load balancers', () => {
  it('are created as asked and listed in pages', () => {
    const { ask } = slbWithApiServer();
    const made = ask('CreateLoadBalancer', {
      LoadBalancerName: 'web',
      VSwitchId: 'vsw-9',
      AddressType: 'intranet',
      LoadBalancerSpec: 'slb.s2.small',
      Tag: [{ Key: 'a', Value: 'b' }],
    });

    const pages = [1, 2].map((PageNumber) => ask('DescribeLoadBalancers', { PageNumber, PageSize: 1 }));

    expect(pages).toMatchObject([
      { TotalCount: 2, PageSize: 1, LoadBalancers: { LoadBalancer: [LB] } },
      {
        PageNumber: 2,
        LoadBalancers: { LoadBalancer: [{ LoadBalancerId: made['LoadBalancerId'], LoadBalancerName: 'web' }] },
      },
    ]);
    expect(ask('DescribeLoadBalancers', { Tag: [{ Key: 'a', Value: 'b' }] })['TotalCount']).toBe(1);
    expect(ask('DescribeLoadBalancers', { LoadBalancerId: 'lb-api,lb-x' })['TotalCount']).toBe(1);
  });

  it('list their listeners in both spellings', () => {
    const { ask } = slbWithApiServer();

    expect(ask('DescribeLoadBalancerAttribute', LB)).toMatchObject({
      ListenerPorts: { ListenerPort: ['6443'] },
      ListenerPortsAndProtocol: { ListenerPortAndProtocol: [{ ListenerPort: 6443, ListenerProtocol: 'tcp' }] },
      ListenerPortsAndProtocal: { ListenerPortAndProtocal: [{ ListenerPort: 6443, ListenerProtocal: 'tcp' }] },
    });
  });

  it('list their tags by resource and by tag', () => {
    const { ask } = slbWithApiServer();
    const row = { ResourceId: 'lb-api', ResourceType: 'instance', TagKey: 'ack.aliyun.com', TagValue: 'c1' };

    const byId = ask('ListTagResources', { ResourceType: 'instance', ResourceId: ['lb-api', 'lb-x'] });
    const byTag = ask('ListTagResources', { ResourceType: 'instance', Tag: [{ Key: 'ack.aliyun.com', Value: 'c1' }] });

    expect(byId).toEqual({ NextToken: '', TagResources: { TagResource: [row] } });
    expect(byTag).toEqual(byId);
    expect(ask('DescribeTags', LB)).toMatchObject({ TagSets: { TagSet: [{ TagValue: 'c1', InstanceCount: 1 }] } });
  });
});

describe('rules and domains', () => {
  const at = { ...LB, ListenerPort: 443 };
  const withHttps = () => {
    const { ask } = slbWithApiServer();
    ask('CreateLoadBalancerHTTPSListener', { ...at, VServerGroupId: 'rsp-1', ServerCertificateId: 'cert' });
    return ask;
  };

  it('a rule is created, changed and deleted by its id alone', () => {
    const ask = withHttps();
    const list = '[{"RuleName":"r","Domain":"a.b","Url":"/x","VServerGroupId":"rsp-1"}]';
    ask('CreateRules', { ...at, RuleList: list });
    expect(refusalOf(() => ask('CreateRules', { ...at, RuleList: list }))).toBe('400 DomainExist');
    const [rule] = (ask('DescribeRules', at)['Rules'] as { Rule: { RuleId: string }[] }).Rule;

    ask('SetRule', { RuleId: rule?.RuleId, ListenerSync: 'off', HealthCheckURI: '/ok', CookieTimeout: 30 });

    expect(ask('DescribeRuleAttribute', { RuleId: rule?.RuleId })).toMatchObject({
      ...LB,
      ListenerPort: '443',
      ListenerSync: 'off',
      HealthCheckURI: '/ok',
      CookieTimeout: 30,
    });
    ask('DeleteRules', { RuleIds: JSON.stringify([rule?.RuleId]) });
    expect(ask('DescribeRules', at)).toEqual({ Rules: { Rule: [] } });
  });

  it('a domain has a certificate of its own', () => {
    const ask = withHttps();
    const { DomainExtensionId } = ask('CreateDomainExtension', { ...at, Domain: 'a.b', ServerCertificateId: 'c1' });

    ask('SetDomainExtensionAttribute', { DomainExtensionId, ServerCertificateId: 'c2' });

    const expected = { DomainExtensionId, Domain: 'a.b', ServerCertificateId: 'c2' };
    expect(ask('DescribeDomainExtensions', at)).toEqual({ DomainExtensions: { DomainExtension: [expected] } });
    expect(ask('DescribeLoadBalancerHTTPSListenerAttribute', at)).toMatchObject({
      DomainExtensions: { DomainExtension: [expected] },
    });
  });
});

describe('certificates and TLS policies', () => {
  const at = { ...LB, ListenerPort: 443 };

  it('a certificate in use stays, one that is not used goes', () => {
    const { ask } = slbWithApiServer();
    const { ServerCertificateId } = ask('UploadServerCertificate', { ServerCertificate: 'pem', PrivateKey: 'key' });
    ask('CreateLoadBalancerHTTPSListener', { ...at, BackendServerPort: 443, ServerCertificateId });
    ask('SetServerCertificateName', { ServerCertificateId, ServerCertificateName: 'web' });
    const used = refusalOf(() => ask('DeleteServerCertificate', { ServerCertificateId }));
    expect(used).toBe('400 CertificateAndPrivateKeyIsRefered');
    const listed = ask('DescribeServerCertificates');
    expect(listed).toMatchObject({ ServerCertificates: { ServerCertificate: [{ ServerCertificateName: 'web' }] } });
    expect(JSON.stringify(listed)).not.toContain('key');

    ask('DeleteLoadBalancerListener', at);
    ask('DeleteServerCertificate', { ServerCertificateId });

    expect(ask('DescribeServerCertificates')).toEqual({ ServerCertificates: { ServerCertificate: [] } });
    expect(ask('DescribeCACertificates')).toEqual({ CACertificates: { CACertificate: [] } });
  });

  it('a policy is created, changed, listed with its listeners and deleted', () => {
    const { ask } = slbWithApiServer();
    const said = { Name: 'strict', TLSVersions: ['TLSv1.2'], Ciphers: ['AES128-SHA'] };
    const { TLSCipherPolicyId } = ask('CreateTLSCipherPolicy', said);
    ask('CreateLoadBalancerHTTPSListener', { ...at, BackendServerPort: 443, TLSCipherPolicy: TLSCipherPolicyId });

    ask('SetTLSCipherPolicyAttribute', { TLSCipherPolicyId, ...said, TLSVersions: ['TLSv1.0', 'TLSv1.2'] });

    expect(ask('ListTLSCipherPolicies', { IncludeListener: true })).toMatchObject({
      IsTruncated: false,
      TLSCipherPolicies: [
        { InstanceId: TLSCipherPolicyId, TLSVersions: ['TLSv1.0', 'TLSv1.2'], RelateListeners: [{ ...LB, Port: 443 }] },
      ],
    });
    const used = refusalOf(() => ask('DeleteTLSCipherPolicy', { TLSCipherPolicyId }));
    expect(used).toBe('400 TLSPolicyConfiguredOnListener');
  });
});

describe('the record of a call', () => {
  it.each([
    ['SetLoadBalancerTCPListenerAttribute', API, {}, { 'ACS::SLB::LoadBalancer': ['lb-api'] }],
    ['AddVServerGroupBackendServers', { VServerGroupId: 'rsp-1' }, {}, { 'ACS::SLB::VServerGroup': ['rsp-1'] }],
    ['CreateLoadBalancer', {}, { LoadBalancerId: 'lb-9' }, { 'ACS::SLB::LoadBalancer': ['lb-9'] }],
    ['DeleteRules', { RuleIds: '["rule-1","rule-2"]' }, {}, { 'ACS::SLB::Rule': ['rule-1', 'rule-2'] }],
    [
      'TagResources',
      { ResourceType: 'instance', ResourceId: ['lb-1', 'lb-2'] },
      {},
      { 'ACS::SLB::LoadBalancer': ['lb-1', 'lb-2'] },
    ],
  ] as const)('%s names what it touches', (action, params, answer, expected) => {
    const { product } = slbWithApiServer();

    expect(referencesOf(product, action, params, answer)).toEqual(expected);
  });

  it('is dated by the clock of the call', () => {
    const { ask } = slbWithApiServer();

    const { VServerGroupId } = ask('CreateVServerGroup', LB, { now: new Date(NOW.getTime() + 60_000) });

    expect(ask('DescribeVServerGroupAttribute', { VServerGroupId })['CreateTime']).toBe('2026-03-01T08:01:00Z');
  });
});
