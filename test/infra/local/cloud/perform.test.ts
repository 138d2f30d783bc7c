import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../infra/local/cloud/api.ts';
import { createWorld } from '../../../../infra/local/cloud/world.ts';

describe('performing a call', () => {
  it('tells the operation which version was asked for', () => {
    const world = createWorld();
    const seen: Call[] = [];
    const operation = { rw: 'Read', run: (call: Call) => (seen.push(call), {}) } as const;
    const product = {
      serviceName: 'Ess',
      product: 'ess',
      versions: ['2014-08-28', '2022-02-22'],
      style: 'RPC',
      callsPerSecond: 1,
      operations: { Look: operation },
    } as const;
    const from = { region: world.region, params: {}, sourceIp: '127.0.0.1', userAgent: 'sdk' };

    world.perform({ product, version: '2022-02-22', action: 'Look', operation, key: world.actors.root(), ...from });

    expect(seen.map(({ version }) => version)).toEqual(['2022-02-22']);
  });
});
