import { describe, expect, it } from 'vitest';
import { toDingTalk } from '../../../shared/notify/dingtalk/message.ts';
import { apiServerForwardingChanged as rule } from '../../../shared/rules/cluster/api-server-forwarding-changed.ts';
import { aFinding } from '../../support/finding.ts';

const VIEW = { language: 'en', timeZone: 'Asia/Shanghai', keyword: 'ackwatch' } as const;

describe('the DingTalk message', () => {
  it('says everything that a person needs', () => {
    expect(toDingTalk(aFinding(), rule, VIEW).markdown.text).toMatchInlineSnapshot(`
      "### [ackwatch] CRITICAL: API server load balancer reconfigured

      **Cluster** prod (c1)

      **Operation** Slb:SetLoadBalancerTCPListenerAttribute

      **By** alice (ram-user, not ACK)

      **From** 192.0.2.1, AliyunConsole

      **Happened** 2026-11-24 16:00:00 UTC+08:00

      **Received** 2026-11-24 16:01:09 UTC+08:00

      **Resources**
      - lb-1/6443 (api-server-load-balancer)

      **What changed**
      - /AclStatus: off → on

      **Impact** Requests to the API server may no longer reach the control plane: kubectl, nodes and controllers lose contact and the cluster becomes abnormal.

      **What to do**
      1. Put the previous configuration back with the command below.
      2. Check that \`kubectl get nodes\` answers and all nodes are Ready.

      **Restore command**

          aliyun slb SetLoadBalancerTCPListenerAttribute --AclStatus 'off'

      Rows R02 · Rule cluster.api-server-forwarding-changed · Finding f0e1d2c3b4a5968778695a4b"
    `);
  });

  it.each(['zh', 'ja'] as const)('speaks %s throughout', (language) => {
    const { text } = toDingTalk(aFinding(), rule, { ...VIEW, language }).markdown;

    expect(text).toContain(rule.title[language]);
    expect(text).toContain(rule.impact[language]);
    expect(text).not.toMatch(/Cluster|Impact|What to do|Happened/u);
  });

  it('says that it does not know what changed', () => {
    expect(toDingTalk(aFinding({ comparisons: [] }), rule, VIEW).markdown.text).toContain('What changed is unknown');
  });

  it('stays under the robot’s limit with 10,000 resources and huge values', () => {
    const [one] = aFinding().resources;
    if (one === undefined) throw new Error('no resource');
    const resources = Array.from({ length: 10_000 }, (_, index) => ({ ...one, id: `lb-${index}` }));
    const commands = Array.from({ length: 500 }, () => 'x'.repeat(30_000));
    const message = toDingTalk(aFinding({ resources, restore: { possible: true, commands } }), rule, VIEW);

    expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(20_000);
    expect(message.markdown.text).toMatch(/and \d+ more/u);
    expect(message.markdown.text).toContain('f0e1d2c3b4a5968778695a4b');
  });

  it('shows a restore command whole or not at all', () => {
    const restore = { possible: true, commands: ['aliyun slb X', `aliyun slb Y ${'y'.repeat(3_000)}`] } as const;
    const { text } = toDingTalk(aFinding({ restore }), rule, VIEW).markdown;

    expect(text).toContain('    aliyun slb X\n');
    expect(text).not.toContain('aliyun slb Y');
    expect(text).toContain('Restore command: and 1 more');
  });

  it('cannot be broken by hostile names', () => {
    const hostile = '@all [x](http://evil.example)\n# big <b>`$(reboot)`\u202E\u0000';
    const { text, title } = toDingTalk(aFinding({ cluster: { id: 'c1', name: hostile } }), rule, VIEW).markdown;

    expect(text).not.toMatch(/@all|\]\(http|<b>|^# big|\u202E/mu);
    expect(text).not.toContain(String.fromCharCode(0));
    expect(title).not.toMatch(/\n|\u202E/u);
  });
});
