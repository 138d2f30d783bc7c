import { isMissing } from '../../cloud/failure.ts';
import { type Content, isContent, textIn } from '../content.ts';
import { contentOf, type Fields } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Place, type Reader, theOne } from '../reader.ts';

/** Certificates of servers, and of authorities that sign clients' certificates: one kind of id, two listings. */
const SORTS = {
  ServerCertificate: 'DescribeServerCertificates',
  CACertificate: 'DescribeCACertificates',
} as const;

const FIELDS: Fields = {
  CommonName: 'text',
  Fingerprint: 'text',
  ExpireTime: 'time',
  ResourceGroupId: 'text',
  AliCloudCertificateId: 'text',
};

/** A certificate of HTTPS listeners: whose it is and until when it holds, never what it is made of. */
export const slbCertificate: Reader = {
  kind: 'slb.certificate',
  aspect: 'configuration',
  effects: ['attribute-changed'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const found = await Promise.all([readAs(place, id, 'ServerCertificate'), readAs(place, id, 'CACertificate')]);
    return found.find(isContent) ?? null;
  }),
  predict: byAction({ DeleteServerCertificate: gone, DeleteCACertificate: gone }),
  // The private key stays with whoever uploaded it: no call brings it back.
  restore: ({ id, wanted }) => {
    if (!isContent(wanted)) return { possible: 'unknown' };
    const service = textIn(wanted, 'AliCloudCertificateId');
    const source = service === undefined ? 'its files' : `Certificate Management Service, where it is ${service}`;
    return {
      possible: 'unknown',
      notes: [`Upload ${named(wanted) ?? id} again from ${source}; it gets another id: set that on the listeners.`],
    };
  },
};

async function readAs(place: Place, id: string, sort: keyof typeof SORTS): Promise<Content | undefined> {
  const list = `${sort}s`;
  const answer = await answerOf(place, 'slb', SORTS[sort], { [`${sort}Id`]: id }, list).catch(nothingIfMissing);
  const found = theOne(answer?.[list], `${sort}Id`, id);
  return found === undefined ? undefined : { Sort: sort, ...contentOf(found, { ...FIELDS, [`${sort}Name`]: 'text' }) };
}

function nothingIfMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error;
}

function named(certificate: Content): string | undefined {
  const names = Object.keys(SORTS).map((sort) => certificate[`${sort}Name`]);
  return names.find((name) => typeof name === 'string');
}
