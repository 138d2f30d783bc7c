import { describe, expect, it } from 'vitest';
import { trustOf, type TrustSources } from '../../shared/actors/trust.ts';
import { CloudError } from '../../shared/errors.ts';
import type { Trust } from '../../shared/store/store.ts';

const NOW = new Date('2026-11-24T08:00:00Z');
const ACK = { type: 'assumed-role', name: 'AliyunCSDefaultRole', session: 's' };
const POLICY = JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: { Service: ['cs.aliyuncs.com'] } }] });

function sources(known: readonly Trust[], answer: () => Promise<unknown>) {
  const saved: Trust[] = [];
  const asked: string[] = [];
  const from: TrustSources = {
    store: {
      trustOf: () => Promise.resolve(known),
      saveTrust: (trust) => Promise.resolve(void saved.push(trust)),
    },
    cloud: {
      call: ({ action }) => {
        asked.push(action);
        return answer();
      },
    },
    now: () => NOW,
  };
  return { from, saved, asked };
}

const granted = () => Promise.resolve({ Role: { AssumeRolePolicyDocument: POLICY } });
const young: Trust = {
  accountId: '1',
  roleName: 'aliyuncsdefaultrole',
  services: ['cs.aliyuncs.com'],
  onlyServices: true,
  verifiedAt: new Date('2026-11-24T07:00:00Z'),
};

describe('the trust of a role', () => {
  it('comes from the store while the reading is young', async () => {
    const { from, asked } = sources([young], granted);

    expect(await trustOf(ACK, '1', 'cn-hangzhou', from, 0)).toEqual(young);
    expect(asked).toEqual([]);
  });

  it('is read once from RAM otherwise, and remembered', async () => {
    const { from, asked, saved } = sources([{ ...young, verifiedAt: new Date(0) }], granted);

    expect(await trustOf(ACK, '1', 'cn-hangzhou', from, 0)).toMatchObject({ onlyServices: true, verifiedAt: NOW });
    expect(asked).toEqual(['GetRole']);
    expect(saved).toHaveLength(1);
  });

  it('is read again when a role acts that was missing before', async () => {
    const { from, asked } = sources([{ ...young, services: [], onlyServices: false }], granted);

    expect(await trustOf(ACK, '1', 'cn-hangzhou', from, 0)).toMatchObject({ onlyServices: true });
    expect(asked).toEqual(['GetRole']);
  });

  it('is unknown when RAM does not answer', async () => {
    const { from } = sources([], () => Promise.reject(new CloudError('Timeout', 'no answer')));

    expect(await trustOf(ACK, '1', 'cn-hangzhou', from, 0)).toBeUndefined();
  });

  it('of a role that does not exist trusts nobody', async () => {
    const { from } = sources([], () => Promise.reject(new CloudError('EntityNotExist.Role', 'gone')));

    expect(await trustOf(ACK, '1', 'cn-hangzhou', from, 0)).toMatchObject({ services: [], onlyServices: false });
  });

  it('is not asked for an actor that claims nothing', async () => {
    const { from, asked } = sources([], granted);

    expect(await trustOf({ type: 'ram-user', name: 'alice' }, '1', 'cn-hangzhou', from, 0)).toBeUndefined();
    expect(asked).toEqual([]);
  });
});
