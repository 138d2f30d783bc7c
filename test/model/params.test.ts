import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allSpelledAt, listOf, objectsOf, textOf } from '../../shared/model/params.ts';

describe('parameters', () => {
  it('give the same list in every spelling', () => {
    const ids = fc.array(fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/u), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(ids, (list) => {
        const flat = Object.fromEntries(list.map((id, index) => [`InstanceId.${index + 1}`, id]));
        for (const params of [
          flat,
          { instanceid: list },
          { InstanceId: JSON.stringify(list) },
          { InstanceId: list.join(',') },
        ]) {
          expect(listOf(params, 'InstanceId')).toEqual(list);
        }
      }),
    );
  });

  it('read numbers and booleans as text', () => {
    expect(textOf({ ListenerPort: 6443, ForceStop: false }, 'listenerPort')).toBe('6443');
    expect(textOf({ ListenerPort: 6443, ForceStop: false }, 'ForceStop')).toBe('false');
  });

  it('gather the members of a repeated structure', () => {
    expect(objectsOf({ 'Tag.1.Key': 'a', 'Tag.1.Value': '1', 'Tag.2.Key': 'b', Tags: [] }, 'Tag')).toEqual([
      { Key: 'a', Value: '1' },
      { Key: 'b' },
    ]);
  });

  it('take text that only looks like JSON as text', () => {
    expect(textOf({ X: '[not json' }, 'X')).toBe('[not json');
  });

  it.each([
    [{ loadbalancerid: 'lb-decoy', LoadBalancerId: 'lb-real' }],
    [{ load_balancer_id: 'lb-decoy', LoadBalancerId: 'lb-real' }],
    [{ loadbalancerid: 'lb-decoy', 'LoadBalancerId.1': 'lb-real' }],
  ])('prefer the exact spelling: %j', (params) => {
    expect(textOf(params, 'LoadBalancerId')).toBe('lb-real');
    expect(allSpelledAt(params, 'LoadBalancerId')).toEqual(['lb-real', 'lb-decoy']);
  });

  it('tell the values of every spelling, of members too', () => {
    expect(allSpelledAt({ 'Node.1.Id': 'a', 'node.1.Id': 'b', Node: [{ id: 'c', Id: 'd' }] }, 'Node.Id')).toEqual([
      'd',
      'c',
      'a',
      'b',
    ]);
  });
});
