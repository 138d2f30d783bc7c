import { describe, expect, it } from 'vitest';
import { dropsDns, reachesPods } from '../../shared/rules/pods.ts';

const cluster = { podCidrs: ['172.20.0.0/16'] };

describe('addresses of Pods', () => {
  it.each([
    ['the same block', '172.20.0.0/16', true],
    ['a part of it', '172.20.3.0/24', true],
    ['a block around it', '172.16.0.0/12', true],
    ['everything', '0.0.0.0/0', true],
    ['one address in it', '172.20.0.9', true],
    ['the block next to it', '172.21.0.0/16', false],
    ['another network', '10.0.0.0/8', false],
    ['an address that nobody can read', 'fd00::/8', true],
    ['no address at all', undefined, true],
  ])('%s: %s', (_, cidr, reaches) => {
    expect(reachesPods(cidr, cluster)).toBe(reaches);
  });

  it('may be anywhere where the cluster does not say', () => {
    expect(reachesPods('10.0.0.0/8', { podCidrs: [] })).toBe(true);
  });
});

describe('a rule that drops DNS', () => {
  const drop = { Policy: 'Drop', IpProtocol: 'ALL', PortRange: '-1/-1', SourceCidrIp: '0.0.0.0/0' };

  it.each([
    ['everything dropped', drop, true],
    ['a range around port 53', { ...drop, IpProtocol: 'UDP', PortRange: '1/1024' }, true],
    ['a range beside it', { ...drop, IpProtocol: 'UDP', PortRange: '54/1024' }, false],
    ['TCP alone', { ...drop, IpProtocol: 'TCP' }, false],
    ['allowed, not dropped', { ...drop, Policy: 'Accept' }, false],
    ['dropped for others', { ...drop, SourceCidrIp: '10.0.0.0/8' }, false],
    ['one of several rules', { 'Permissions.1.Policy': 'accept', 'Permissions.2.Policy': 'drop' }, true],
    ['from the console', { AuthorizePermission: [drop] }, true],
    ['members of the group kept apart', { InnerAccessPolicy: 'Drop' }, true],
    ['nothing said', {}, false],
  ])('%s', (_, params, drops) => {
    expect(dropsDns(params, cluster)).toBe(drops);
  });
});
