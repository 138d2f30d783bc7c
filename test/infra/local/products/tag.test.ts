import { describe, expect, it } from 'vitest';
import { createAlbState } from '../../../../infra/local/cloud/alb/state.ts';
import { aNetworkInterface } from '../../../../infra/local/cloud/ecs/defaults.ts';
import { ecsProduct } from '../../../../infra/local/cloud/ecs/product.ts';
import { createEcsState } from '../../../../infra/local/cloud/ecs/state.ts';
import { createNlbState } from '../../../../infra/local/cloud/nlb/state.ts';
import { aLoadBalancer } from '../../../../infra/local/cloud/slb/defaults.ts';
import { slbProduct } from '../../../../infra/local/cloud/slb/product.ts';
import { createSlbState } from '../../../../infra/local/cloud/slb/state.ts';
import { tagProduct } from '../../../../infra/local/cloud/tag/product.ts';
import { asking, referencesOf } from './ask.ts';

const RegionId = 'cn-hangzhou';
const LB = 'arn:acs:slb:cn-hangzhou:1234567890123456:instance/lb-1';
const ENI = 'arn:acs:ecs:cn-hangzhou:1234567890123456:eni/eni-1';

function account() {
  const slb = createSlbState();
  const ecs = createEcsState();
  const Tags = [{ TagKey: 'ack.aliyun.com', TagValue: 'c1' }];
  slb.loadBalancers.set('lb-1', aLoadBalancer({ LoadBalancerId: 'lb-1', RegionId, Tags }));
  const where = { RegionId, VpcId: 'v', VSwitchId: 's', SecurityGroupIds: ['g'], PrivateIpAddress: '10.0.0.1' };
  ecs.networkInterfaces.set('eni-1', aNetworkInterface({ ...where, NetworkInterfaceId: 'eni-1' }));
  const product = tagProduct({ slb, alb: createAlbState(), nlb: createNlbState(), ecs });
  return { product, ask: asking(product), slb: asking(slbProduct(slb, ecs)), ecs: asking(ecsProduct(ecs)) };
}

describe('the tag service', () => {
  it('tags by ARN what the products then answer', () => {
    const { ask, slb, ecs } = account();

    ask('TagResources', { ResourceARN: [LB, ENI], Tags: '{"owner":"alice"}' });

    expect(slb('DescribeLoadBalancerAttribute', { LoadBalancerId: 'lb-1' })).toMatchObject({
      Tags: { Tag: [{ TagKey: 'ack.aliyun.com' }, { TagKey: 'owner', TagValue: 'alice' }] },
    });
    expect(ecs('ListTagResources', { ResourceType: 'eni', ResourceId: ['eni-1'] })).toMatchObject({
      TagResources: { TagResource: [{ ResourceId: 'eni-1', TagKey: 'owner', TagValue: 'alice' }] },
    });
  });

  it('takes tags away by their keys, and lists what is left', () => {
    const { ask } = account();
    ask('TagResources', { ResourceARN: [LB], Tags: '{"owner":"alice"}' });

    ask('UntagResources', { ResourceARN: [LB], TagKey: ['ack.aliyun.com'] });

    const owner = { Category: 'Custom', Key: 'owner', Value: 'alice' };
    const expected = { NextToken: '', TagResources: [{ ResourceARN: LB, Tags: [owner] }] };
    expect(ask('ListTagResources', { ResourceARN: [LB, ENI] })).toEqual(expected);
    expect(ask('ListTagResources', { Tags: '{"owner":"alice"}' })).toEqual(expected);
  });

  it('says which resources it could not tag, and tags the others', () => {
    const { ask } = account();
    const missing = LB.replace('lb-1', 'lb-x');

    const answer = ask('TagResources', { ResourceARN: [missing, LB], Tags: '{"a":"b"}' });

    expect(answer).toMatchObject({
      FailedResources: { FailedResource: [{ ResourceARN: missing, Result: { Code: 'InvalidResourceId.NotFound' } }] },
    });
    expect(ask('ListTagResources', { Tags: '{"a":"b"}' })).toMatchObject({ TagResources: [{ ResourceARN: LB }] });
  });

  it('lists in pages', () => {
    const { ask } = account();
    ask('TagResources', { ResourceARN: [LB, ENI], Tags: '{"a":"b"}' });

    const first = ask('ListTagResources', { PageSize: 1 });
    const second = ask('ListTagResources', { PageSize: 1, NextToken: first['NextToken'] });

    expect([first, second]).toMatchObject([
      { TagResources: [{ ResourceARN: ENI }] },
      { TagResources: [{ ResourceARN: LB }], NextToken: '' },
    ]);
  });

  it('names the resources in its record by the product they are of', () => {
    const { product } = account();

    const names = referencesOf(product, 'UntagResources', { ResourceARN: [LB, ENI], TagKey: ['a'] });

    expect(names).toEqual({ 'ACS::SLB::LoadBalancer': ['lb-1'], 'ACS::ECS::NetworkInterface': ['eni-1'] });
  });
});
