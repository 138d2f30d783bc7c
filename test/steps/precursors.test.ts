import { describe, expect, it } from 'vitest';
import { aWatchedAccount } from '../flow/watched-account.ts';

describe('a deed that was prepared', () => {
  it('names the finding that lifted the protection before', async () => {
    const { take, deed, alice, prod } = await aWatchedAccount();
    const ScalingGroupId = prod.elastic.scalingGroup;
    const ess = (action: string, params: object) => deed(alice, { product: 'ess', action, params: { ...params } });

    const lifted = await take(ess('SetGroupDeletionProtection', { ScalingGroupId, GroupDeletionProtection: 'false' }));
    const deleted = await take(ess('DeleteScalingGroup', { ScalingGroupId, ForceDelete: 'true' }).slice(0, 1));

    const [precursor] = lifted.findings;
    expect(precursor).toMatchObject({ severity: 'low' });
    expect(deleted.findings).toMatchObject([{ rule: 'node-pool.scaling-group-deleted', precursors: [precursor?.id] }]);
    expect(deleted.findings[0]?.notes).toContain(
      `Prepared by Ess:SetGroupDeletionProtection of alice (finding ${precursor?.id})`,
    );
  });

  it('names none where nothing was lifted', async () => {
    const { take, deed, alice, prod } = await aWatchedAccount();
    const params = { LoadBalancerId: prod.web.loadBalancer, DeleteProtection: 'off' };
    deed(alice, { product: 'slb', action: 'SetLoadBalancerDeleteProtection', params });

    const { findings } = await take(
      deed(alice, { product: 'slb', action: 'DeleteLoadBalancer', params: { LoadBalancerId: prod.web.loadBalancer } }),
    );

    expect(findings[0]).not.toHaveProperty('precursors');
  });
});
