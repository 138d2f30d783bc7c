import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern, type Pattern } from '../../../../infra/local/event-bridge/pattern.ts';

const matches = (pattern: Pattern, event: unknown): boolean => compilePattern(pattern)(event);

describe('a pattern', () => {
  it.each<[string, Pattern, unknown, boolean]>([
    ['an exact text', { a: ['x'] }, { a: 'x' }, true],
    ['a text in another case', { a: ['x'] }, { a: 'X' }, false],
    ['one of several', { a: ['x', 'y'] }, { a: 'y' }, true],
    ['a number that is a text in the event', { a: [1] }, { a: '1' }, false],
    ['any member of a list', { a: ['x'] }, { a: ['w', 'x'] }, true],
    ['a nested key', { a: { b: ['x'] } }, { a: { b: 'x' } }, true],
    ['a nested key of something flat', { a: { b: ['x'] } }, { a: 'x' }, false],
    ['all keys, one of which differs', { a: ['x'], b: ['y'] }, { a: 'x', b: 'z' }, false],
    ['a prefix', { a: [{ prefix: 'acs.' }] }, { a: 'acs.slb' }, true],
    ['a prefix of something absent', { a: [{ prefix: '' }] }, {}, false],
    ['a suffix', { a: [{ suffix: ':ApiCall' }] }, { a: 'slb:ActionTrail:ApiCall' }, true],
    ['a suffix in another case', { a: [{ suffix: ':apicall' }] }, { a: 'slb:ActionTrail:ApiCall' }, false],
    ['a part', { a: [{ contains: 'Trail' }] }, { a: 'slb:ActionTrail:ApiCall' }, true],
    ['anything but a text', { a: [{ 'anything-but': 'x' }] }, { a: 'y' }, true],
    ['anything but that very text', { a: [{ 'anything-but': 'x' }] }, { a: 'x' }, false],
    ['anything but a list', { a: [{ 'anything-but': ['x', 'y'] }] }, { a: 'y' }, false],
    ['anything but a number', { a: [{ 'anything-but': 123 }] }, { a: 124 }, true],
    ['anything but a prefix', { a: [{ 'anything-but': { prefix: 'init' } }] }, { a: 'initial' }, false],
    ['anything but, of something absent', { a: [{ 'anything-but': 'x' }] }, {}, false],
    ['a number in a range', { a: [{ numeric: ['>', 0, '<=', 5] }] }, { a: 5 }, true],
    ['a number outside a range', { a: [{ numeric: ['>', 0, '<=', 5] }] }, { a: 0 }, false],
    ['a text in a number range', { a: [{ numeric: ['=', 5] }] }, { a: '5' }, false],
    ['existence', { a: [{ exists: true }] }, { a: 0 }, true],
    ['absence', { a: [{ exists: false }] }, {}, true],
    ['absence of an empty text', { a: [{ exists: false }] }, { a: '' }, true],
    ['absence of null', { a: [{ exists: false }] }, { a: null }, true],
    ['absence of what is there', { a: [{ exists: false }] }, { a: 'x' }, false],
    ['an address in a network', { a: [{ cidr: '10.0.0.0/24' }] }, { a: '10.0.0.255' }, true],
    ['an address outside a network', { a: [{ cidr: '10.0.0.0/24' }] }, { a: '10.0.1.0' }, false],
    ['the whole address space', { a: [{ cidr: '0.0.0.0/0' }] }, { a: '203.0.113.9' }, true],
    ['what is no address', { a: [{ cidr: '0.0.0.0/0' }] }, { a: 'Internal' }, false],
    ['one expression or another', { a: [{ prefix: 'x' }, { suffix: 'y' }] }, { a: 'zy' }, true],
  ])('with %s', (_, pattern, event, expected) => {
    expect(matches(pattern, event)).toBe(expected);
  });

  it.each<[string, Pattern]>([
    ['six expressions in one field', { a: ['1', '2', '3', '4', '5', '6'].map((prefix) => ({ prefix })) }],
    ['an empty list', { a: [] }],
    ['an operator of another cloud', { a: [{ 'equals-ignore-case': 'x' }] }],
    ['two operators in one expression', { a: [{ prefix: 'x', suffix: 'y' }] }],
    ['a comparison without a number', { a: [{ numeric: ['>', '5'] }] }],
    ['an IPv6 network', { a: [{ cidr: '::/0' }] }],
  ])('is refused with %s', (_, pattern) => {
    expect(() => compilePattern(pattern)).toThrow(/^Expected/u);
  });

  it('takes any number of plain values beside five expressions', () => {
    const wanted = [...Array.from({ length: 50 }, (_, at) => `v${at}`), ...Array(5).fill({ prefix: 'p' })];

    expect(matches({ a: wanted }, { a: 'v49' })).toBe(true);
  });

  it('matches a text by every prefix, suffix and part of it, and never by anything but one', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), (text, one, two) => {
        const [from, to] = [one % (text.length + 1), two % (text.length + 1)].toSorted((a, b) => a - b);
        const part = text.slice(from, to);
        const event = { a: text };
        return (
          matches({ a: [{ prefix: text.slice(0, to) }] }, event) &&
          matches({ a: [{ suffix: text.slice(from) }] }, event) &&
          matches({ a: [{ contains: part }] }, event) &&
          !matches({ a: [{ 'anything-but': { contains: part } }] }, event)
        );
      }),
    );
  });

  it('finds an address in every network that is cut from it', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, bits) =>
        matches({ a: [{ cidr: `${address}/${bits}` }] }, { a: address }),
      ),
    );
  });
});
