import { describe, expect, it } from 'vitest';
import { LISTENER_SETTINGS } from '../../../../infra/local/cloud/slb/listener-attributes.ts';
import type { Protocol } from '../../../../infra/local/cloud/slb/state.ts';
import { refusalOf } from './ask.ts';
import { API, LB, slbWithApiServer } from './slb-account.ts';

describe('a listener', () => {
  const sample = (protocol: Protocol, name: string): string | number => {
    const words = 'off on rr true disable black server get tcp http 17 /x'.split(' ');
    const setting = LISTENER_SETTINGS[protocol][name];
    if (name.endsWith('Id') && name !== 'VServerGroupId' && name !== 'AclId') return 'id-1';
    if (name === 'VServerGroupId') return 'rsp-1';
    if (name === 'AclId') return 'acl-1';
    for (const word of words) {
      try {
        const read = setting?.read({ x: word }, 'x');
        if (read !== undefined && read !== setting?.usual) return read;
      } catch {
        // of another sort: the next word
      }
    }
    throw new Error(`no sample for ${name}`);
  };
  const cases = (Object.keys(LISTENER_SETTINGS) as Protocol[]).flatMap((protocol) =>
    Object.entries(LISTENER_SETTINGS[protocol]).map(
      ([name, { parameter }]) => [protocol, name, parameter ?? name, sample(protocol, name)] as const,
    ),
  );

  it.each(cases)('of %s gives back %s', (protocol, name, parameter, value) => {
    const { ask } = slbWithApiServer();
    const at = { ...LB, ListenerPort: 7000 };
    ask(`CreateLoadBalancer${protocol.toUpperCase()}Listener`, {
      ...at,
      BackendServerPort: 80,
      AclId: 'acl-1',
      AclType: 'white',
    });

    ask(`SetLoadBalancer${protocol.toUpperCase()}ListenerAttribute`, { ...at, [parameter]: value });

    const read = ask(`DescribeLoadBalancer${protocol.toUpperCase()}ListenerAttribute`, at);
    expect(String(read[name])).toBe(String(value));
  });

  it('is stopped when it is new, runs when started, and is gone with its rules when deleted', () => {
    const { ask } = slbWithApiServer();
    const at = { ...LB, ListenerPort: 80, ListenerProtocol: 'http' };
    ask('CreateLoadBalancerHTTPListener', { ...at, VServerGroupId: 'rsp-1' });
    expect(ask('DescribeLoadBalancerHTTPListenerAttribute', at)['Status']).toBe('stopped');
    ask('StartLoadBalancerListener', at);
    expect(ask('DescribeLoadBalancerHTTPListenerAttribute', at)['Status']).toBe('running');
    ask('CreateRules', { ...at, RuleList: '[{"RuleName":"r","Domain":"a.b","Url":"/x","VServerGroupId":"rsp-1"}]' });

    ask('DeleteLoadBalancerListener', at);

    expect(refusalOf(() => ask('DescribeLoadBalancerHTTPListenerAttribute', at))).toBe('404 ListenerNotFound');
    ask('CreateLoadBalancerHTTPListener', { ...at, VServerGroupId: 'rsp-1' });
    expect(ask('DescribeRules', at)).toEqual({ Rules: { Rule: [] } });
  });

  it('shares a port with UDP only, and then its protocol must be said', () => {
    const { ask } = slbWithApiServer();
    const again = { ...API, BackendServerPort: 1 };
    expect(refusalOf(() => ask('CreateLoadBalancerHTTPSListener', again))).toBe('400 ListenerAlreadyExists');

    ask('CreateLoadBalancerUDPListener', again);

    expect(refusalOf(() => ask('StopLoadBalancerListener', API))).toBe('400 InvalidParameter');
    expect(refusalOf(() => ask('StopLoadBalancerListener', { ...API, ListenerProtocol: 'udp' }))).toBe('none');
  });

  it('is listed in pages with the part of its protocol', () => {
    const { ask } = slbWithApiServer();
    for (const port of [1, 2])
      ask('CreateLoadBalancerHTTPListener', { ...LB, ListenerPort: port, BackendServerPort: 8 });

    const first = ask('DescribeLoadBalancerListeners', { LoadBalancerId: ['lb-api'], MaxResults: 2 });
    const second = ask('DescribeLoadBalancerListeners', { MaxResults: 2, NextToken: first['NextToken'] });

    expect(first).toMatchObject({
      TotalCount: 3,
      Listeners: [
        { ListenerPort: 6443, ListenerProtocol: 'tcp', AclIds: [], TCPListenerConfig: { EstablishedTimeout: 900 } },
        { ListenerPort: 1, HTTPListenerConfig: { XForwardedFor: 'on' } },
      ],
    });
    expect(second).toMatchObject({ NextToken: '', Listeners: [{ ListenerPort: 2 }] });
  });

  it('loses its server group when the call says off', () => {
    const { ask } = slbWithApiServer();

    ask('SetLoadBalancerTCPListenerAttribute', { ...API, VServerGroup: 'off', BackendServerPort: 6443 });

    const read = ask('DescribeLoadBalancerTCPListenerAttribute', API);
    expect(read).toMatchObject({ BackendServerPort: 6443 });
    expect(read).not.toHaveProperty('VServerGroupId');
  });

  it.each(Object.keys(LISTENER_SETTINGS) as Protocol[])(
    'of %s that was deleted is made again from what it was',
    (protocol) => {
      const { ask } = slbWithApiServer();
      const at = { ...LB, ListenerPort: 7000, ListenerProtocol: protocol };
      const name = protocol.toUpperCase();
      const describe = () => ask(`DescribeLoadBalancer${name}ListenerAttribute`, at);
      const others = Object.entries(LISTENER_SETTINGS[protocol]).filter(
        ([each]) => each !== 'MasterSlaveServerGroupId',
      );
      const said = others.map(([each, { parameter }]) => [parameter ?? each, sample(protocol, each)] as const);
      ask(`CreateLoadBalancer${name}Listener`, { ...at, ...Object.fromEntries(said) });
      ask('StartLoadBalancerListener', at);
      const before = describe();

      ask('DeleteLoadBalancerListener', at);
      const again = Object.fromEntries(
        others.map(([each, { parameter }]) => [parameter ?? each, before[each]] as const),
      );
      ask(`CreateLoadBalancer${name}Listener`, { ...at, ...again });
      ask('StartLoadBalancerListener', at);

      expect(describe()).toEqual(before);
    },
  );
});
