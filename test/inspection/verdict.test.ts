import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../shared/inspection/verdict.ts';

const ON = { Status: 'active' };
const OFF = { Status: 'inactive' };

describe('what a call comes to', () => {
  it('is a restoration when what is asked for is what is expected and the state before was wrong', () => {
    expect(verdictOf({ before: OFF, asked: ON, after: ON, present: ON, expected: ON, isWrongBefore: true })).toBe(
      'restores',
    );
  });

  it('is no restoration when a deletion is read while all still looks in order', () => {
    const states = { before: OFF, asked: null, after: ON, present: ON, expected: ON, isWrongBefore: true };

    expect(verdictOf(states)).not.toBe('restores');
  });

  it('is a change when what is asked for and what is there both differ from what was', () => {
    expect(verdictOf({ before: ON, asked: OFF, after: OFF, present: OFF, expected: ON, isWrongBefore: false })).toBe(
      'changed',
    );
  });
});
