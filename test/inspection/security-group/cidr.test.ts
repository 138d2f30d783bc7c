import { BlockList } from 'node:net';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCidr } from '../../../shared/inspection/security-group/cidr.ts';

describe('parseCidr', () => {
  it.each([
    ['10.0.0.0/8', 2n ** 24n],
    ['10.1.2.3', 1n],
    ['10.1.2.3/24', 256n],
    ['0.0.0.0/0', 2n ** 32n],
    ['::/0', 2n ** 128n],
    ['fd00::/126', 4n],
    ['::ffff:10.0.0.1', 1n],
    ['1:2:3:4:5:6:7:8/112', 65_536n],
  ])('reads %s', (text, size) => {
    const range = parseCidr(text);

    expect(range && range.to - range.from + 1n).toBe(size);
  });

  it.each([
    '',
    '10.0.0',
    '10.0.0.256',
    '10.0.0.0/33',
    '10.0.0.0/x',
    '1::2::3',
    '1:2:3:4:5:6:7::8',
    ':::',
    'g::',
    '10.0.0.0/8/8',
    '::/129',
  ])('refuses %j', (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });

  it('holds exactly the addresses that Node says are in the block', () => {
    const families = fc.oneof(
      fc.record({ family: fc.constant('ipv4' as const), base: fc.ipV4(), address: fc.ipV4(), length: fc.nat(32) }),
      fc.record({ family: fc.constant('ipv6' as const), base: fc.ipV6(), address: fc.ipV6(), length: fc.nat(128) }),
    );

    fc.assert(
      fc.property(families, fc.boolean(), ({ family, base, address, length }, near) => {
        const point = near ? base : address;
        const list = new BlockList();
        list.addSubnet(base, length, family);
        const block = parseCidr(`${base}/${length}`);
        const one = parseCidr(point);

        expect(block && one && block.from <= one.from && one.to <= block.to).toBe(list.check(point, family));
      }),
    );
  });
});
