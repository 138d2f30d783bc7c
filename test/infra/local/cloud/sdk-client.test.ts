import * as ecsSdk from '@alicloud/ecs20140526';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Key } from '../../../../infra/local/cloud/keys.ts';
import { type LocalCloud, startCloud } from '../../../../infra/local/cloud/server.ts';
import { demoAccount } from '../../../../infra/local/demo/account.ts';

const { world, prod, legacy, edge } = demoAccount();
let cloud: LocalCloud;
beforeAll(async () => void (cloud = await startCloud({ world })));
afterAll(() => cloud.stop());

/** The vendor's own client of ECS, as it is published. */
const clientOf = ({ accessKeyId, accessKeySecret, securityToken }: Key) =>
  new ecsSdk.default({
    accessKeyId,
    accessKeySecret,
    ...(securityToken === undefined ? {} : { securityToken }),
    protocol: 'http',
    endpoint: new URL(cloud.origin).host,
    regionId: 'cn-hangzhou',
  } as never);

describe("the vendor's ECS client", () => {
  it('reads every page of instances into its own types', async () => {
    const client = clientOf(world.actors.user('alice'));
    const ids: string[] = [];
    let nextToken: string | undefined;

    do {
      const request = new ecsSdk.DescribeInstancesRequest({
        regionId: 'cn-hangzhou',
        maxResults: 10,
        ...(nextToken ? { nextToken } : {}),
      });
      const { body } = await client.describeInstances(request);
      ids.push(...(body?.instances?.instance ?? []).map((instance) => instance.instanceId ?? ''));
      nextToken = body?.nextToken;
    } while (nextToken);

    const nodes = [...prod.nodes, ...legacy.masters, ...legacy.nodes, ...edge.nodes];
    expect(ids).toEqual(expect.arrayContaining(nodes));
    expect(ids).toHaveLength(nodes.length + prod.machines.length + 1);
  });

  it('changes a security group, and the trail knows by whom', async () => {
    const client = clientOf(world.actors.user('alice'));

    const { body } = await client.revokeSecurityGroup(
      new ecsSdk.RevokeSecurityGroupRequest({
        regionId: 'cn-hangzhou',
        securityGroupId: prod.securityGroup,
        securityGroupRuleId: [prod.rules.dnsFromPods],
      }),
    );

    const rules = world.ecs.securityGroups.get(prod.securityGroup)?.Permissions ?? [];
    expect(rules.map((rule) => rule.SecurityGroupRuleId)).not.toContain(prod.rules.dnsFromPods);
    expect(world.trail.records().at(-1)).toMatchObject({
      eventId: body?.requestId,
      eventName: 'RevokeSecurityGroup',
      userIdentity: { type: 'ram-user', userName: 'alice' },
      userAgent: expect.stringContaining('Node.js'),
      requestParameters: { 'SecurityGroupRuleId.1': prod.rules.dnsFromPods },
      referencedResources: { 'ACS::ECS::SecurityGroup': [prod.securityGroup] },
    });
  });

  it('signs with the token of a session', async () => {
    const client = clientOf(world.actors.instance(prod.workerRole, prod.nodes[0] ?? ''));

    await client.stopInstance(new ecsSdk.StopInstanceRequest({ instanceId: prod.nodes[1] ?? '' }));

    expect(world.trail.records().at(-1)).toMatchObject({
      eventName: 'StopInstance',
      userIdentity: { userName: `${prod.workerRole.toLowerCase()}:vm-ram-${prod.nodes[0]}` },
    });
  });

  it('throws the code that the cloud answered', async () => {
    const key = world.actors.user('alice');
    const guess = clientOf({ ...key, accessKeySecret: 'guess' });
    const request = new ecsSdk.DeleteInstanceRequest({ instanceId: 'i-none' });

    await expect(guess.deleteInstance(request)).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' });
    await expect(clientOf(key).deleteInstance(request)).rejects.toMatchObject({
      code: 'InvalidInstanceId.NotFound',
      statusCode: 404,
    });
    expect(world.trail.records().at(-1)).toMatchObject({ errorCode: 'InvalidInstanceId.NotFound' });
  });
});
