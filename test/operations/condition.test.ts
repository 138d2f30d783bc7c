import { describe, expect, it } from 'vitest';
import type { Condition } from '../../shared/model/operation.ts';
import { holds } from '../../shared/operations/condition.ts';

describe('a condition', () => {
  const addOn: Condition = { oneOf: ['addons.name', ['logtail-ds']] };

  it.each([
    ['an array', { addons: [{ name: 'coredns' }, { name: 'Logtail-DS' }] }],
    ['JSON text', { addons: '[{"name":"logtail-ds"}]' }],
    ['numbered keys', { 'addons.1.name': 'coredns', 'addons.2.name': 'logtail-ds' }],
    ['one object', { addons: { name: 'logtail-ds' } }],
  ])('finds a member of any element in %s', (_, params) => {
    expect(holds(addOn, params)).toBe(true);
  });

  it('does not hold where no element has the value', () => {
    expect(holds(addOn, { addons: [{ name: 'coredns' }] })).toBe(false);
    expect(holds(addOn, {})).toBe(false);
  });

  it('reads a member of a member, and takes its absence for absence', () => {
    const sized: Condition = { present: 'scaling_group.desired_size' };

    expect(holds(sized, { scaling_group: { desired_size: 0 } })).toBe(true);
    expect(holds(sized, { scaling_group: { max_size: 3 } })).toBe(false);
  });

  it('looks for the name of a member, dots and all', () => {
    const marked: Condition = { member: ['Tags', ['ack.aliyun.com']] };

    expect(holds(marked, { Tags: '{"ack.aliyun.com":"c1"}' })).toBe(true);
    expect(holds(marked, { Tags: '{"team":"ack.aliyun.com"}' })).toBe(false);
  });

  it('is turned round, joined and given as a choice', () => {
    const condition: Condition = {
      all: [{ not: { present: 'A' } }, { any: [{ equals: ['B', 'true'] }, { prefix: ['C', 'i-'] }] }],
    };

    expect(holds(condition, { B: true })).toBe(true);
    expect(holds(condition, { C: 'i-1' })).toBe(true);
    expect(holds(condition, { A: '', B: 'TRUE' })).toBe(true);
    expect(holds(condition, { A: 1, B: true })).toBe(false);
    expect(holds(condition, { B: false })).toBe(false);
  });
});
