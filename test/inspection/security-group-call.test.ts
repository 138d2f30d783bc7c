import { describe, expect, it } from 'vitest';
import { ecsSecurityGroupRules } from '../../shared/inspection/readers/ecs-security-group-rules.ts';
import type { Json, Snapshot } from '../../shared/model/change.ts';
import type { AuditEvent } from '../../shared/model/event.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { OwnedResource } from '../../shared/model/resource.ts';
import { inspect as inspectAt } from '../../shared/steps/inspect.ts';
import { aFinding } from '../support/finding.ts';
import { aCall, aPart } from './a-call.ts';
import { aCloud } from './scripted-cloud.ts';
import { aSnapshot, aStore } from './simple-store.ts';

const AT = { accountId: '1234567890123456', region: 'cn-hangzhou', clusterId: 'c1', facts: {}, via: 'cs' };
const GROUP = { kind: 'ecs.security-group', id: 'sg-1' } as const;

/** As DescribeSecurityGroupAttribute writes rules: empty texts for what is absent, the priority as text. */
const DNS = rule('sgr-dns', { IpProtocol: 'UDP', PortRange: '53/53', SourceCidrIp: '172.20.0.0/16' });
const INNER = rule('sgr-inner', { IpProtocol: 'ALL', PortRange: '-1/-1', SourceCidrIp: '10.0.0.0/8' });

describe('a security group', () => {
  it('tells that pods lose DNS when the rule that let it pass is revoked by its id', async () => {
    const event = aCall('Ecs:RevokeSecurityGroup', { SecurityGroupId: 'sg-1', 'SecurityGroupRuleId.1': 'sgr-dns' });

    const seen = await inspect(event, { before: [DNS, INNER], after: [INNER] });

    expect(seen.comparisons[0]?.changes.map(({ op, path }) => `${op} ${path}`)).toEqual([
      'remove /Permissions/sgr-dns',
    ]);
    expect(seen.consequences).toEqual(['dns-cut']);
    expect([...seen.effects]).toEqual([['rules-changed', 'rules-narrowed']]);
    expect(seen.restore).toEqual({
      possible: true,
      commands: [
        'aliyun ecs AuthorizeSecurityGroup --RegionId cn-hangzhou --SecurityGroupId sg-1 --Permissions.1.IpProtocol UDP --Permissions.1.Policy accept --Permissions.1.PortRange 53/53 --Permissions.1.Priority 1 --Permissions.1.SourceCidrIp 172.20.0.0/16',
      ],
    });
  });

  it('takes back what was let in, by the id that the cloud gave it', async () => {
    const event = aCall('Ecs:AuthorizeSecurityGroup', {
      SecurityGroupId: 'sg-1',
      IpProtocol: 'tcp',
      PortRange: '22/22',
      SourceCidrIp: '0.0.0.0/0',
    });
    const open = rule('sgr-new', { IpProtocol: 'TCP', PortRange: '22/22', SourceCidrIp: '0.0.0.0/0' });

    const seen = await inspect(event, { before: [DNS], after: [DNS, open] });

    expect([...seen.effects]).toEqual([['rules-changed', 'rules-widened']]);
    expect(seen.consequences).toEqual([]);
    expect(seen.restore).toEqual({
      possible: true,
      commands: [
        'aliyun ecs RevokeSecurityGroup --RegionId cn-hangzhou --SecurityGroupId sg-1 --SecurityGroupRuleId.1 sgr-new',
      ],
    });
  });

  it('leaves alone a rule that somebody else added meanwhile', async () => {
    const event = aCall('Ecs:AuthorizeSecurityGroup', {
      SecurityGroupId: 'sg-1',
      'Permissions.1.IpProtocol': 'TCP',
      'Permissions.1.PortRange': '22/22',
      'Permissions.1.SourceCidrIp': '0.0.0.0/0',
    });
    const open = rule('sgr-new', { IpProtocol: 'TCP', PortRange: '22/22', SourceCidrIp: '0.0.0.0/0' });

    const seen = await inspect(event, { before: [DNS], after: [DNS, open, INNER] });

    expect(seen.restore).toMatchObject({ commands: [expect.stringMatching(/ --SecurityGroupRuleId\.1 sgr-new$/u)] });
  });

  it('edits a rule back under its id', async () => {
    const event = aCall('Ecs:ModifySecurityGroupRule', {
      SecurityGroupId: 'sg-1',
      SecurityGroupRuleId: 'sgr-dns',
      Policy: 'drop',
    });

    const seen = await inspect(event, { before: [DNS], after: [{ ...DNS, Policy: 'Drop' }] });

    expect(seen.comparisons[0]?.changes).toEqual([
      { op: 'replace', path: '/Permissions/sgr-dns/Policy', before: 'Accept', after: 'Drop', expected: 'Accept' },
    ]);
    expect(seen.restore).toMatchObject({
      commands: [
        expect.stringMatching(/^aliyun ecs ModifySecurityGroupRule .*--SecurityGroupRuleId sgr-dns .*--Policy accept/u),
      ],
    });
  });

  it('opens a group again that was closed to its own members', async () => {
    const event = aCall('Ecs:ModifySecurityGroupPolicy', { SecurityGroupId: 'sg-1', InnerAccessPolicy: 'Drop' });

    const seen = await inspect(event, { before: [], after: [], innerAfter: 'Drop' });

    expect([...seen.effects]).toEqual([['rules-changed', 'rules-narrowed']]);
    expect(seen.restore).toEqual({
      possible: true,
      commands: [
        'aliyun ecs ModifySecurityGroupPolicy --RegionId cn-hangzhou --SecurityGroupId sg-1 --InnerAccessPolicy Accept',
      ],
    });
  });

  it.each([
    ['a rule that is there already', 'Ecs:AuthorizeSecurityGroup'],
    ['the same in the console’s words', 'Ecs:ConfigureSecurityGroupPermissions'],
  ] as const)('calls adding %s no effect', async (_, operation) => {
    const params = {
      IpProtocol: 'udp',
      PortRange: '53/53',
      SourceCidrIp: '172.20.0.0/16',
      Priority: '1',
      Policy: 'ACCEPT',
    };
    const said = operation.includes('Configure') ? { AuthorizePermission: [params] } : params;
    const event = aCall(operation, { SecurityGroupId: 'sg-1', ...said });

    const seen = await inspect(event, { before: [DNS], after: [DNS] });

    expect(seen.verdict).toBe('no-effect');
  });

  it('does not call revoking a rule that it does not know no effect', async () => {
    const event = aCall('Ecs:RevokeSecurityGroup', { SecurityGroupId: 'sg-1', SecurityGroupRuleId: ['sgr-other'] });

    const seen = await inspect(event, { before: [DNS], after: [DNS] });

    expect(seen.verdict).toBe('changed');
  });

  it('takes the rule as restored although the cloud gives it another id', async () => {
    const before = aSnapshot({ ...GROUP, aspect: 'rules', content: await read([DNS, INNER]) });
    const after = aSnapshot({ ...GROUP, aspect: 'rules', content: await read([INNER]) });
    const event = aCall('Ecs:AuthorizeSecurityGroup', { SecurityGroupId: 'sg-1', ...permission(DNS) }, { id: 'E-2' });
    const open = [finding(before, after)];

    const seen = await inspect(event, {
      before: [INNER],
      after: [INNER, { ...DNS, SecurityGroupRuleId: 'sgr-again' }],
      open,
    });

    expect(seen.verdict).toBe('restores');
    expect(seen.restored).toEqual([GROUP]);
  });

  it('knows the rule from before without a snapshot when the call says what it revoked', async () => {
    const event = aCall('Ecs:RevokeSecurityGroup', { SecurityGroupId: 'sg-1', ...permission(DNS) });

    const seen = await inspect(event, { after: [INNER] });

    expect(seen.consequences).toEqual(['dns-cut']);
    expect(seen.restore).toMatchObject({ commands: [expect.stringContaining('AuthorizeSecurityGroup')] });
  });

  it('tells that nodes lose the API server when what let them reach it is forbidden', async () => {
    const event = aCall('Ecs:AuthorizeSecurityGroupEgress', {
      SecurityGroupId: 'sg-1',
      IpProtocol: 'TCP',
      PortRange: '6443/6443',
      DestCidrIp: '10.0.0.10/32',
      Policy: 'drop',
    });
    const drop = rule('sgr-drop', {
      Direction: 'egress',
      IpProtocol: 'TCP',
      PortRange: '6443/6443',
      DestCidrIp: '10.0.0.10/32',
      Policy: 'Drop',
    });
    const server = { kind: 'slb.load-balancer', id: 'lb-api' } as const;
    const owned = { ...AT, ...server, role: 'api-server-load-balancer' } as const;
    const known = aSnapshot({ ...server, content: { Address: '10.0.0.10' } });

    const seen = await inspect(event, {
      before: [DNS],
      after: [DNS, drop],
      innerAfter: 'Drop',
      owned: [owned],
      known: [known],
    });

    expect(seen.consequences).toEqual(['api-server-cut']);
  });

  it('reads all pages of its rules', async () => {
    const { cloud } = aCloud({
      DescribeSecurityGroups: {
        SecurityGroups: { SecurityGroup: [{ SecurityGroupId: 'sg-1', SecurityGroupType: 'enterprise' }] },
      },
      DescribeSecurityGroupAttribute: ({ params }: { params: Record<string, unknown> }) =>
        params['NextToken'] === undefined
          ? { ...head('Accept'), Permissions: { Permission: [DNS] }, NextToken: 'more' }
          : { ...head('Accept'), Permissions: { Permission: [INNER] }, NextToken: '' },
    });

    const content = await ecsSecurityGroupRules.read({ cloud, region: 'cn-hangzhou', deadline: 0 }, ['sg-1']);

    expect(content.get('sg-1')).toMatchObject({
      SecurityGroupType: 'enterprise',
      Permissions: [{ SecurityGroupRuleId: 'sgr-dns', Priority: 1 }, { SecurityGroupRuleId: 'sgr-inner' }],
    });
  });
});

interface Rules {
  readonly before?: readonly Record<string, string>[];
  readonly after: readonly Record<string, string>[];
  readonly innerAfter?: string;
  readonly open?: readonly Finding[];
  readonly owned?: readonly OwnedResource[];
  readonly known?: readonly Snapshot[];
}

async function inspect(
  event: AuditEvent,
  { before, after, innerAfter = 'Accept', open = [], owned = [], known = [] }: Rules,
) {
  const now = (): Date => new Date('2026-11-24T08:02:00Z');
  const snapshots = before === undefined ? [] : [aSnapshot({ ...GROUP, aspect: 'rules', content: await read(before) })];
  const store = aStore({ snapshots: [...snapshots, ...known], open, owned });
  const { cloud } = groupCloud(after, innerAfter);
  return inspectAt(event, aPart(event, 'node-security-group'), { cloud, store, now, deadline: now().getTime() + 50 });
}

function groupCloud(rules: readonly Record<string, string>[], inner = 'Accept') {
  return aCloud({
    DescribeSecurityGroups: {
      SecurityGroups: { SecurityGroup: [{ SecurityGroupId: 'sg-1', SecurityGroupType: 'normal' }] },
    },
    DescribeSecurityGroupAttribute: { ...head(inner), Permissions: { Permission: rules } },
  });
}

async function read(rules: readonly Record<string, string>[]): Promise<Json> {
  const place = { cloud: groupCloud(rules).cloud, region: 'cn-hangzhou', deadline: 0 };
  return (await ecsSecurityGroupRules.read(place, ['sg-1'])).get('sg-1') ?? null;
}

function head(InnerAccessPolicy: string) {
  return { SecurityGroupId: 'sg-1', VpcId: 'vpc-1', InnerAccessPolicy };
}

function rule(SecurityGroupRuleId: string, about: Record<string, string>): Record<string, string> {
  return {
    SecurityGroupRuleId,
    Direction: 'ingress',
    Policy: 'Accept',
    Priority: '1',
    DestCidrIp: '',
    Description: '',
    CreateTime: '2026-01-01T00:00:00Z',
    NicType: 'intranet',
    ...about,
  };
}

function permission({ IpProtocol = '', PortRange = '', SourceCidrIp = '' }: Record<string, string>) {
  return {
    'Permissions.1.IpProtocol': IpProtocol,
    'Permissions.1.PortRange': PortRange,
    'Permissions.1.SourceCidrIp': SourceCidrIp,
  };
}

function finding(before: ReturnType<typeof aSnapshot>, after: ReturnType<typeof aSnapshot>): Finding {
  return aFinding({
    eventId: 'E-0',
    eventTime: new Date('2026-11-24T07:55:00Z'),
    resources: [{ ...AT, ...GROUP, role: 'node-security-group' }],
    comparisons: [{ resource: GROUP, aspect: 'rules', before, after, changes: [], unknown: [] }],
  });
}
