import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readManifest } from '../../infra/deploy/manifest.ts';
import filter from '../../infra/event-filter.json' with { type: 'json' };
import type { Policy } from '../../infra/ram-policy.ts';
import type { Template } from '../../infra/ros/template.ts';
import { templates } from '../../infra/ros/templates.ts';

const reads = JSON.parse(readFileSync('infra/ram-policy.json', 'utf8')) as Policy;
const deployed = readManifest('s.yaml', {
  ACKWATCH_REGION: 'cn-hangzhou',
  ACKWATCH_ACCOUNT_ID: '1234567890123456',
}).functions;
let fresh: Readonly<Record<string, Template>>;

beforeAll(() => {
  fresh = templates(reads, filter);
});

const kept = (name: string) => JSON.parse(readFileSync(`infra/ros/${name}`, 'utf8')) as Template;
const propertiesOf = (name: string, resource: string) => kept(name).Resources[resource]?.Properties ?? {};
/** As ROS would fill it in for the account and region of the example. */
const filled = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('${ALIYUN::TenantId}', '1234567890123456')
    .replaceAll('${ALIYUN::Region}', 'cn-hangzhou');

describe('the templates for Resource Orchestration Service', () => {
  it.each(['account.json', 'member.json', 'member-events.json', 'receive.json', 'region.json'])(
    '%s is what is synthesised (npm run generate)',
    (name) => {
      expect(kept(name)).toEqual(fresh[name]);
    },
  );

  it('gives the role of the functions the generated policy, and beyond it a queue and the readers', () => {
    const { Policies, RoleName } = propertiesOf('account.json', 'Role');

    expect(RoleName).toBe('ackwatch');
    expect(Policies).toEqual([
      {
        PolicyName: 'ackwatch-read',
        PolicyDocument: {
          Version: '1',
          Statement: reads.Statement.map(({ Effect, Action }) => ({ Effect, Action, Resource: ['*'] })),
        },
      },
      {
        PolicyName: 'ackwatch-run',
        PolicyDocument: {
          Version: '1',
          Statement: [
            {
              Effect: 'Allow',
              Action: ['mns:SendMessage'],
              Resource: ['acs:mns:*:*:/queues/ackwatch-dead-letters/messages'],
            },
            { Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: ['acs:ram::*:role/ackwatch-reader'] },
          ],
        },
      },
    ]);
  });

  it('lets only Function Compute assume it, and only that role the reader of another account', () => {
    const trust = (name: string, resource: string) => filled(propertiesOf(name, resource)['AssumeRolePolicyDocument']);

    expect(trust('account.json', 'Role')).toContain('"Principal":{"Service":["fc.aliyuncs.com"]}');
    expect(trust('member.json', 'Reader')).toContain(
      '"Principal":{"RAM":[{"Fn::Sub":"acs:ram::${WatchingAccount}:role/ackwatch"}]}',
    );
  });

  it('makes the role, the queue and the log that s.yaml names', () => {
    for (const { props } of deployed) {
      expect(props.role).toBe(
        `acs:ram::1234567890123456:role/${String(propertiesOf('account.json', 'Role')['RoleName'])}`,
      );
      expect(filled(propertiesOf('region.json', 'Log')['Name'])).toContain(`"${props.logConfig.project}"`);
      expect(propertiesOf('region.json', 'Logstore')['LogstoreName']).toBe(props.logConfig.logstore);
      expect(props.asyncInvokeConfig.destinationConfig.onFailure.destination).toBe(
        `acs:mns:cn-hangzhou:1234567890123456:/queues/${String(propertiesOf('region.json', 'DeadLetters')['QueueName'])}/messages`,
      );
    }
  });

  it('declares rule and database only on request', () => {
    const { Resources, Parameters } = kept('region.json');
    const conditions = Object.entries(Resources).map(([name, one]) => [
      name,
      'Condition' in one ? one.Condition : undefined,
    ]);

    expect(Object.fromEntries(conditions)).toMatchObject({
      Log: undefined,
      DeadLetters: undefined,
      Rule: 'HasRule',
      MembersRule: 'HasMembers',
      Database: 'HasDatabase',
      DatabaseAccount: 'HasDatabase',
      DatabaseItself: 'HasDatabase',
    });
    expect(Parameters).toMatchObject({
      DeclareRule: { Default: 'no' },
      WatchMembers: { Default: 'no' },
      VpcId: { Default: '' },
    });
  });

  it('keeps what was decided when the stack goes, and no password in its text', () => {
    expect(kept('region.json').Resources['Database']).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: { DeletionProtection: true, ServerlessConfig: { AutoPause: false } },
    });
    expect(kept('region.json').Parameters).toMatchObject({ DatabasePassword: { NoEcho: true, Default: '' } });
  });

  it('has the event filter of the trigger in the rule of plan B, which calls the same function', () => {
    const { FilterPattern, Targets } = propertiesOf('region.json', 'Rule');

    expect(FilterPattern).toEqual(filter);
    expect(filled(Targets)).toContain('acs:fc:cn-hangzhou:1234567890123456:functions/ackwatch-actiontrail');
    expect(deployed.some(({ props }) => props.functionName === 'ackwatch-actiontrail')).toBe(true);
  });

  it('sends the events of a member account to the bus from which the function is called, as the role that it may take on', () => {
    const sent = propertiesOf('member-events.json', 'Rule');
    const received = propertiesOf('region.json', 'MembersRule');
    const receiver = propertiesOf('receive.json', 'Receiver');

    expect([sent['EventBusName'], received['EventBusName']]).toEqual(['default', 'ackwatch-members']);
    expect([sent['FilterPattern'], received['FilterPattern']]).toEqual([filter, filter]);
    expect(filled(sent['Targets'])).toContain(
      'acs:eventbridge:cn-hangzhou:${WatchingAccount}:eventbus/ackwatch-members',
    );
    expect(sent['Targets']).toMatchObject([
      {
        Type: 'acs.eventbridge',
        ParamList: expect.arrayContaining([
          { ResourceKey: 'AccountType', Form: 'CONSTANT', Value: 'AnotherAccount' },
          { ResourceKey: 'RAMRoleName', Form: 'CONSTANT', Value: receiver['RoleName'] },
          { ResourceKey: 'Body', Form: 'ORIGINAL', Value: '' },
        ]) as unknown,
      },
    ]);
    expect(received['Targets']).toEqual(propertiesOf('region.json', 'Rule')['Targets']);
    expect(receiver).toMatchObject({
      AssumeRolePolicyDocument: {
        Statement: [{ Principal: { Service: { 'Fn::Split': [',', { Ref: 'Members' }] } } }],
      },
      Policies: [
        {
          PolicyDocument: {
            Statement: [
              { Action: ['eventbridge:PutEvents'], Resource: ['acs:eventbridge:*:*:eventbus/ackwatch-members'] },
            ],
          },
        },
      ],
    });
  });
});
