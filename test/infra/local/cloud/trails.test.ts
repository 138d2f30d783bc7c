import { describe, expect, it } from 'vitest';
import { actiontrailProduct } from '../../../../infra/local/cloud/actiontrail/product.ts';
import { createTrail } from '../../../../infra/local/cloud/actiontrail/trail.ts';
import { asking, NOW, refusalOf } from '../products/ask.ts';

const Name = 'archive';
const SlsProjectArn = 'acs:log:cn-hangzhou:1:project/archive';

function aTrailService() {
  const product = actiontrailProduct(createTrail({ clock: () => NOW }), new Map());
  const ask = asking(product);
  ask('CreateTrail', { Name, SlsProjectArn });
  return { product, ask };
}

describe('a trail', () => {
  it('keeps writes once its logging is started, and stops when that is asked', () => {
    const { ask } = aTrailService();
    const isLogging = () => ask('GetTrailStatus', { Name });

    const fresh = isLogging();
    ask('StartLogging', { Name });
    const started = isLogging();
    ask('StopLogging', { Name });

    expect([fresh, started, isLogging()]).toEqual([{ IsLogging: false }, { IsLogging: true }, { IsLogging: false }]);
  });

  it('is changed only in what the call says', () => {
    const { ask } = aTrailService();

    ask('UpdateTrail', { Name, EventRW: 'Read' });

    expect(ask('DescribeTrails')).toMatchObject({ TrailList: [{ Name, SlsProjectArn, EventRW: 'Read' }] });
  });

  it('is gone when it is deleted', () => {
    const { ask } = aTrailService();

    ask('DeleteTrail', { Name });

    expect(ask('DescribeTrails')).toEqual({ TrailList: [] });
    expect(refusalOf(() => ask('StopLogging', { Name }))).toBe('404 TrailNotFoundException');
  });

  it.each([
    ['a second of one name', { Name, SlsProjectArn }, '409 TrailAlreadyExistsException'],
    ['one that leads nowhere', { Name: 'other' }, '400 MissingParameter'],
    ['one that keeps what there is not', { Name: 'other', SlsProjectArn, EventRW: 'None' }, '400 InvalidParameter'],
  ])('is refused: %s', (_, params, expected) => {
    const { ask } = aTrailService();

    expect(refusalOf(() => ask('CreateTrail', params))).toBe(expected);
  });
});
