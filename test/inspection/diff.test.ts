import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff } from '../../shared/inspection/diff.ts';
import type { Json } from '../../shared/model/change.ts';

describe('diff', () => {
  it('names what was replaced, added and removed by its path', () => {
    expect(diff({ a: 1, b: { c: 'x' }, gone: true }, { a: 2, b: { c: 'x' }, 'n/w': 1 })).toEqual([
      { op: 'replace', path: '/a', before: 1, after: 2 },
      { op: 'remove', path: '/gone', before: true },
      { op: 'add', path: '/n~1w', after: 1 },
    ]);
  });

  it('compares backends by server and port, not by position', () => {
    const one = { ServerId: 'i-1', Port: 6443, Weight: 100 };
    const two = { ServerId: 'i-2', Port: 6443, Weight: 100 };

    expect(diff([one, two], [{ ...two, Weight: 0 }, one])).toEqual([
      { op: 'replace', path: '/i-2:6443/Weight', before: 100, after: 0 },
    ]);
  });

  it('takes lists of scalars as sets', () => {
    expect(diff(['sg-1', 'sg-2'], ['sg-2', 'sg-1'])).toEqual([]);
    expect(diff(['sg-1', 'sg-2'], ['sg-2'])).toEqual([{ op: 'remove', path: '/sg-1', before: 'sg-1' }]);
  });

  it('tells the whole of what was deleted', () => {
    expect(diff({ a: 1 }, null)).toEqual([{ op: 'replace', path: '', before: { a: 1 }, after: null }]);
  });

  it('finds nothing between equals, whatever they are', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => diff(value as Json, structuredClone(value) as Json).length === 0));
  });
});
