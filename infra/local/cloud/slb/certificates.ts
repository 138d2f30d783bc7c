import { createHash } from 'node:crypto';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { tagsIn } from '../tags.ts';
import { toSecond } from '../times.ts';
import type { Certificate, SlbState } from './state.ts';

/** How calls and answers speak of one sort. */
interface Sort {
  readonly kind: Certificate['Kind'];
  readonly noun: string;
}
const SERVER: Sort = { kind: 'server', noun: 'ServerCertificate' };
const AUTHORITY: Sort = { kind: 'ca', noun: 'CACertificate' };

/** Certificates of servers and of authorities. What is uploaded is not checked, and of keys nothing is kept. */
export function certificateOperations(state: SlbState): Readonly<Record<string, Operation>> {
  return { ...operationsOf(state, SERVER), ...operationsOf(state, AUTHORITY) };
}

function operationsOf(state: SlbState, sort: Sort): Readonly<Record<string, Operation>> {
  const { noun, kind } = sort;
  const ofCertificate = references({ 'ACS::SLB::Certificate': [`${noun}Id`] });
  return {
    [`Upload${noun}`]: {
      rw: 'Write',
      required: [noun],
      run: (call) => {
        const made = uploaded(call, sort);
        state.certificates.set(made.CertificateId, made);
        return row(made, noun);
      },
      references: references({ 'ACS::SLB::Certificate': [`answer.${noun}Id`] }),
    },
    [`Set${noun}Name`]: {
      rw: 'Write',
      required: [`${noun}Id`, `${noun}Name`],
      run: (call) => {
        const CertificateName = mandatory(call.params, `${noun}Name`);
        const old = named(state, call, sort);
        state.certificates.set(old.CertificateId, { ...old, CertificateName });
        return {};
      },
      references: ofCertificate,
    },
    [`Delete${noun}`]: {
      rw: 'Write',
      required: [`${noun}Id`],
      run: (call) => remove(state, named(state, call, sort)),
      references: ofCertificate,
    },
    [`Describe${noun}s`]: {
      rw: 'Read',
      run: ({ params, region }) => {
        const id = text(params, `${noun}Id`);
        const found = [...state.certificates.values()].filter(
          (each) => each.Kind === kind && each.RegionId === region && (id === undefined || each.CertificateId === id),
        );
        return { [`${noun}s`]: { [noun]: found.map((each) => row(each, noun)) } };
      },
    },
  };
}

function uploaded({ params, region, now }: Call, { noun, kind }: Sort): Certificate {
  const CertificateId = newId(kind === 'server' ? 'sc' : 'ca');
  return {
    CertificateId,
    CertificateName: text(params, `${noun}Name`) ?? CertificateId,
    Kind: kind,
    RegionId: region,
    Fingerprint: createHash('sha1')
      .update(mandatory(params, noun))
      .digest('hex')
      .replaceAll(/..(?!$)/gu, '$&:'),
    ResourceGroupId: text(params, 'ResourceGroupId') ?? '',
    CreateTime: toSecond(now),
    Tags: tagsIn(params, 'Tag'),
  };
}

function named(state: SlbState, { params, region }: Call, { noun, kind }: Sort): Certificate {
  const found = state.certificates.get(mandatory(params, `${noun}Id`));
  if (found?.Kind === kind && found.RegionId === region) return found;
  throw new ApiError(404, `${noun}Id.NotFound`, `The specified ${noun}Id does not exist.`);
}

function remove(state: SlbState, { CertificateId }: Certificate): Answer {
  const isUsed = [...state.listeners.values()].some(({ Attributes }) =>
    [Attributes['ServerCertificateId'], Attributes['CACertificateId']].includes(CertificateId),
  );
  const isExtended = [...state.domainExtensions.values()].some((each) => each.ServerCertificateId === CertificateId);
  if (isUsed || isExtended) {
    throw new ApiError(400, 'CertificateAndPrivateKeyIsRefered', 'Certificate and PrivateKey Is Refered.');
  }
  state.certificates.delete(CertificateId);
  return {};
}

function row(certificate: Certificate, noun: string): Answer {
  const { CertificateId, CertificateName, RegionId, Fingerprint, ResourceGroupId, CreateTime, Tags } = certificate;
  return {
    [`${noun}Id`]: CertificateId,
    [`${noun}Name`]: CertificateName,
    RegionId,
    Fingerprint,
    ResourceGroupId,
    CreateTime,
    CreateTimeStamp: Date.parse(CreateTime),
    Tags: { Tag: Tags },
  };
}
