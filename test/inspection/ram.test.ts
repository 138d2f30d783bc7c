import { describe, expect, it } from 'vitest';
import type { Finding } from '../../shared/model/finding.ts';
import { parseCommand } from '../../shared/inspection/restore/parse-command.ts';
import { afterTheLook, aWatchedAccount } from '../flow/watched-account.ts';

type Account = Awaited<ReturnType<typeof aWatchedAccount>>;

const ANYBODY = JSON.stringify({
  Version: '1',
  Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { RAM: ['acs:ram::1:root'] } }],
});
const EVERYTHING = JSON.stringify({ Version: '1', Statement: [{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }] });

const policyOf = ({ prod }: Account): string => prod.workerRole.replace('KubernetesWorkerRole', 'k8sWorkerRolePolicy');

/** What RAM holds of the workers' role and policy. */
function stateOf({ account, prod }: Account, policyName: string) {
  const role = account.ram.roles.get(prod.workerRole.toLowerCase());
  const policy = account.ram.policies.get(policyName);
  return {
    trust: role && (JSON.parse(role.assumeRolePolicyDocument) as unknown),
    duration: role?.maxSessionDuration,
    attached: [...(role?.policies.keys() ?? [])].toSorted((a, b) => a.localeCompare(b)),
    inForce: policy?.versions.find(({ versionId }) => versionId === policy.defaultVersion)?.document,
  };
}

/** Runs the commands that the finding shows. */
function undo({ account, alice }: Account, finding: Finding | undefined): void {
  for (const line of finding?.restore.possible === true ? finding.restore.commands : []) {
    const command = parseCommand(line);
    if (command === undefined) throw new Error(`not a command: ${line}`);
    account.act(alice, command);
  }
}

describe('a change of what the nodes may do', () => {
  it.each<[deed: string, action: string, params: (account: Account) => object]>([
    [
      'a policy taken off',
      'DetachPolicyFromRole',
      (account) => ({ PolicyName: policyOf(account), PolicyType: 'Custom' }),
    ],
    ['a policy added', 'AttachPolicyToRole', () => ({ PolicyName: 'AdministratorAccess', PolicyType: 'System' })],
    ['another trust policy', 'UpdateRole', () => ({ NewAssumeRolePolicyDocument: ANYBODY })],
    ['longer sessions', 'UpdateRole', () => ({ NewMaxSessionDuration: '43200' })],
    [
      'another version of the policy',
      'CreatePolicyVersion',
      (account) => ({ PolicyName: policyOf(account), PolicyDocument: EVERYTHING, SetAsDefault: 'true' }),
    ],
  ])('%s is told with before and after, and the command that is shown undoes it', async (_, action, params) => {
    const account = await aWatchedAccount();
    const before = stateOf(account, policyOf(account));
    const all = { ...(action.includes('Version') ? {} : { RoleName: account.prod.workerRole }), ...params(account) };

    const { findings } = await account.take(
      afterTheLook(account.deed(account.alice, { product: 'ram', action, params: all })),
    );

    expect(findings).toMatchObject([{ rows: ['R23'], restore: { possible: true } }]);
    expect(findings[0]?.comparisons.flatMap(({ changes }) => changes)).not.toEqual([]);
    expect(stateOf(account, policyOf(account))).not.toEqual(before);
    const [finding] = findings;
    undo(account, finding);
    expect(stateOf(account, policyOf(account))).toEqual(before);
  });

  it('a role that was deleted can be made again', async () => {
    const account = await aWatchedAccount();
    const { prod, alice, take, deed } = account;
    const before = stateOf(account, policyOf(account));
    const RoleName = prod.workerRole;
    const off = { RoleName, PolicyName: policyOf(account), PolicyType: 'Custom' };
    deed(alice, { product: 'ram', action: 'DetachPolicyFromRole', params: off });

    const { findings } = await take(
      afterTheLook(deed(alice, { product: 'ram', action: 'DeleteRole', params: { RoleName } })),
    );

    const [finding] = findings;
    undo(account, finding);
    expect(stateOf(account, policyOf(account))).toEqual(before);
  });

  it("the trust that ACK's own role should have is known without a reading from before", async () => {
    const { alice, take, deed } = await aWatchedAccount();
    const params = { RoleName: 'AliyunCSDefaultRole', NewAssumeRolePolicyDocument: ANYBODY };

    const { findings } = await take(deed(alice, { product: 'ram', action: 'UpdateRole', params }));

    expect(findings[0]?.restore).toEqual({
      possible: true,
      commands: [
        'aliyun ram UpdateRole --RoleName aliyuncsdefaultrole --NewAssumeRolePolicyDocument ' +
          `'{"Statement":[{"Action":"sts:AssumeRole","Effect":"Allow","Principal":{"Service":["cs.aliyuncs.com"]}}],"Version":"1"}'`,
      ],
    });
  });

  it('the same policy attached again changes nothing', async () => {
    const account = await aWatchedAccount();
    const { prod, alice, take, unplayed } = account;
    const params = { RoleName: prod.workerRole, PolicyName: policyOf(account), PolicyType: 'Custom' };

    const { disregarded } = await take(
      afterTheLook(
        unplayed(alice, { serviceName: 'Ram', version: '2015-05-01', action: 'AttachPolicyToRole', params }),
      ),
    );

    expect(disregarded).toMatchObject([{ reason: 'no-effect' }]);
  });
});
