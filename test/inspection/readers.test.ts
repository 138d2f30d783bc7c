import { describe, expect, it } from 'vitest';
import { readAll } from '../../shared/inspection/read-all.ts';
import type { Reader } from '../../shared/inspection/reader.ts';
import { READERS } from '../../shared/inspection/readers.ts';

const at = new Date('2026-11-24T08:05:00Z');
/** Ids with as many parts as any kind has. */
const ID = 'id-1/6443/tcp';
const READINGS = READERS.map((reader) => [`${reader.kind} (${reader.aspect})`, reader] as const);
const read = async (reader: Reader, answer: object) => {
  const cloud = { call: () => Promise.resolve(answer) };
  const place = { cloud, region: 'cn-hangzhou', deadline: at.getTime() + 3_000, clusterOf: () => 'c1' };
  return (await readAll(reader, place, [ID], () => at)).get(ID);
};

describe('every reading', () => {
  it.each(READINGS)('takes no empty answer for a state: %s', async (_, reader) => {
    expect(await read(reader, { RequestId: 'r-1' })).toHaveProperty('problem');
    expect(await read(reader, {})).toHaveProperty('problem');
  });

  it('takes no answer about another for a state of this one', async () => {
    const balancer = READERS.filter(({ kind, aspect }) => kind === 'slb.load-balancer' && aspect === 'configuration');

    const seen = await Promise.all(balancer.map((reader) => read(reader, { LoadBalancerId: 'lb-other', Address: '' })));

    expect(seen).toEqual([{ problem: 'the cloud answered Nonsense' }]);
  });
});
