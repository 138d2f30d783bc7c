import { describe, expect, it } from 'vitest';
import { CloudError } from '../../shared/errors.ts';
import { slbCertificate } from '../../shared/inspection/readers/slb-certificate.ts';
import { inspect } from '../../shared/steps/inspect.ts';
import { aCall, aPart } from './a-call.ts';
import { aCloud } from './scripted-cloud.ts';
import { aSnapshot, aStore } from './simple-store.ts';

const at = new Date('2026-11-24T08:05:00Z');
const NONE = {
  DescribeServerCertificates: { ServerCertificates: { ServerCertificate: [] } },
  DescribeCACertificates: { CACertificates: { CACertificate: [] } },
};
const before = (about: Record<string, string> = {}) => {
  const content = {
    Sort: 'ServerCertificate',
    ServerCertificateName: 'shop',
    CommonName: 'shop.example.com',
    ...about,
  };
  return aSnapshot({ kind: 'slb.certificate', id: 'cert-1', content });
};
const removed = (snapshot: ReturnType<typeof aSnapshot>) => {
  const event = aCall('Slb:DeleteServerCertificate', { ServerCertificateId: 'cert-1' });
  const { cloud } = aCloud(NONE);
  const asked = { cloud, store: aStore({ snapshots: [snapshot] }), now: () => at, deadline: at.getTime() + 3_000 };
  return inspect(event, aPart(event, 'service-load-balancer'), asked);
};
const read = async (script: Record<string, unknown>) => {
  const place = { cloud: aCloud(script).cloud, region: 'cn-hangzhou', deadline: at.getTime() };
  return (await slbCertificate.read(place, ['cert-1'])).get('cert-1');
};

describe('a certificate of a load balancer', () => {
  it('that was deleted is named as it was, and comes back only from its files', async () => {
    const seen = await removed(before());

    expect(seen.verdict).toBe('changed');
    expect(seen.comparisons).toMatchObject([{ before: { content: { CommonName: 'shop.example.com' } } }]);
    expect(seen.restore).toEqual({ possible: 'unknown' });
    expect(seen.notes).toContain('Upload shop again from its files; it gets another id: set that on the listeners.');
  });

  it('that the certificate service issued is there still, and the notes say under which id', async () => {
    const seen = await removed(before({ AliCloudCertificateId: '1234567' }));

    expect(seen.notes.join(' ')).toContain('from Certificate Management Service, where it is 1234567;');
  });

  it('of an authority is found in the other listing', async () => {
    const mine = { CACertificateId: 'cert-1', CACertificateName: 'clients', Fingerprint: '02:df', CommonName: 'Mine' };
    const missing = new CloudError('ServerCertificateId.NotFound', 'no such certificate', { status: 404 });
    const listed = { CACertificates: { CACertificate: [mine] } };

    const content = await read({ DescribeServerCertificates: missing, DescribeCACertificates: listed });

    expect(content).toEqual({
      Sort: 'CACertificate',
      CACertificateName: 'clients',
      Fingerprint: '02:df',
      CommonName: 'Mine',
    });
  });

  it('is not taken for gone when one of the two listings fails', async () => {
    const throttled = new CloudError('Throttling', 'slow down');

    await expect(read({ ...NONE, DescribeCACertificates: throttled })).rejects.toThrow('slow down');
  });
});
