import { beforeAll, describe, expect, it } from 'vitest';
import { collectedDemo } from './demo-inventory.ts';

let demo: Awaited<ReturnType<typeof collectedDemo>>;

beforeAll(async () => {
  demo = await collectedDemo();
});

describe('elastic IP addresses in the inventory', () => {
  it('have the role of what they are bound to', async () => {
    const { prod, rowsOf } = demo;

    expect(await rowsOf(prod.clusterId, 'eip')).toEqual(
      [
        `vpc.eip ${prod.addresses.apiServer} api-server-load-balancer`,
        `vpc.eip ${prod.addresses.node} node`,
      ].toSorted(),
    );
  });

  it('are known by what the call names when they are unbound already', async () => {
    const { prod, world, ownerOf } = demo;
    const AllocationId = 'eip-late';
    world.act(world.actors.user('alice'), { product: 'vpc', action: 'AllocateEipAddress', params: {} });
    const [eip] = [...world.eip.addresses.values()].slice(-1);
    if (eip === undefined) throw new Error('Expected an address');
    world.eip.addresses.set(AllocationId, { ...eip, AllocationId });
    const params = { AllocationId, InstanceId: prod.apiServer.loadBalancer };

    expect(await ownerOf('vpc.eip', AllocationId, params)).toEqual({
      state: 'owned',
      owners: [[prod.clusterId, 'api-server-load-balancer']],
    });
    expect(await ownerOf('vpc.eip', eip.AllocationId)).toMatchObject({ state: 'unowned' });
  });
});
