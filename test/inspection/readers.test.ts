import { describe, expect, it } from 'vitest';
import { readAll } from '../../shared/inspection/read-all.ts';
import type { Reader } from '../../shared/inspection/reader.ts';
import { allReaders } from '../../shared/inspection/readers.ts';

const at = new Date('2026-11-24T08:05:00Z');
/** Ids with as many parts as any kind has. */
const ID = 'id-1/6443/tcp';
const READERS = await allReaders();
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
    expect(await read(reader, { Content: {} })).toHaveProperty('problem');
  });

  it('takes no answer about another for a state of this one', async () => {
    const balancer = READERS.filter(({ kind, aspect }) => kind === 'slb.load-balancer' && aspect === 'configuration');

    const seen = await Promise.all(balancer.map((reader) => read(reader, { LoadBalancerId: 'lb-other', Address: '' })));

    expect(seen).toEqual([{ problem: 'the cloud answered Nonsense' }]);
  });

  it.each([
    ['slb.tls-policy', { TLSCipherPolicies: { TLSCipherPolicy: [{ InstanceId: 'tls-other', Name: 'old' }] } }],
    ['eci.virtual-node', { VirtualNodes: [{ VirtualNodeId: 'vnd-other' }], TotalCount: 1 }],
    ['ecs.instance', { Instances: { Instance: [{ InstanceId: 'i-other' }] }, TotalCount: 1 }],
    ['vpc.vswitch', { VSwitches: { VSwitch: [{ VSwitchId: 'vsw-other' }] }, TotalCount: 1 }],
    [
      'slb.certificate',
      {
        ServerCertificates: { ServerCertificate: [{ ServerCertificateId: 'cert-other' }] },
        CACertificates: { CACertificate: [] },
      },
    ],
  ])('takes no listing of others for one that lacks it: %s', async (kind, listing) => {
    const readers = READERS.filter((reader) => reader.kind === kind && reader.aspect === 'configuration');

    const seen = await Promise.all(readers.map((reader) => read(reader, listing)));

    expect(seen).toEqual([{ problem: 'the cloud answered Nonsense' }]);
  });
});
