import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { same } from '../../shared/inspection/content.ts';
import { takenBack } from '../../shared/inspection/taken-back.ts';
import type { Json } from '../../shared/model/change.ts';

describe('takenBack', () => {
  it('takes back what was asked for and leaves what somebody else changed meanwhile', () => {
    const base = { Scheduler: 'rr', Bandwidth: -1, Tags: ['a', 'b'] };
    const asked = { Scheduler: 'wrr', Bandwidth: -1, Tags: ['a'] };
    const present = { Scheduler: 'wrr', Bandwidth: 5, Tags: ['a', 'c'] };

    expect(takenBack(present, base, asked)).toEqual({ Scheduler: 'rr', Bandwidth: 5, Tags: ['a', 'c', 'b'] });
  });

  it('takes away what was added, and brings back what was removed', () => {
    expect(takenBack({ new: 1, kept: 1 }, { old: 1, kept: 1 }, { new: 1, kept: 1 })).toEqual({ old: 1, kept: 1 });
  });

  it('changes one member of one element of a list', () => {
    const server = (Weight: number) => ({ ServerId: 'i-1', Port: 80, Weight });
    const other = { ServerId: 'i-2', Port: 80, Weight: 7 };

    expect(takenBack([server(0), other], [server(100)], [server(0)])).toEqual([server(100), other]);
  });

  it('brings back everything when nobody else changed anything', () => {
    fc.assert(
      fc.property(state(), state(), (base, asked) => {
        expect(same(takenBack(asked, base, asked), base)).toBe(true);
      }),
    );
  });

  it('leaves everything when nothing was asked for', () => {
    fc.assert(
      fc.property(state(), state(), (present, base) => {
        expect(same(takenBack(present, base, base), present)).toBe(true);
      }),
    );
  });
});

function state(): fc.Arbitrary<Json> {
  const scalar = fc.oneof(fc.string({ maxLength: 3 }), fc.integer({ min: 0, max: 3 }), fc.boolean());
  const list = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
  const server = fc.record({
    ServerId: fc.constantFrom('i-1', 'i-2', 'i-3'),
    Port: fc.constant(80),
    Weight: fc.nat(2),
  });
  const servers = fc.uniqueArray(server, { selector: ({ ServerId }) => ServerId });
  const name = fc.constantFrom('p', 'q', 'r', 's');
  return fc.dictionary(name, fc.oneof(scalar, list, servers)) as fc.Arbitrary<Json>;
}
