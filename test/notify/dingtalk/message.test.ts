import { describe, expect, it } from 'vitest';
import type { Told } from '../../../shared/notify/channel.ts';
import { toDingTalk } from '../../../shared/notify/dingtalk/message.ts';
import { aComparison, aFinding, anOwnedListener, aTold } from '../../support/finding.ts';
import { HOSTILE_NAMES } from '../support/hostile.ts';

const VIEW = {
  language: 'en',
  timeZone: 'Asia/Shanghai',
  reviewUrl: 'https://review.example.com',
  keyword: 'ackwatch',
} as const;

const textOf = (told: Told, view: Parameters<typeof toDingTalk>[1] = VIEW) => toDingTalk(told, view).markdown.text;

describe('the DingTalk message', () => {
  it('says in English everything that a person needs, what comes first first', () => {
    expect(textOf(aTold())).toMatchInlineSnapshot(`
      "### [ackwatch] CRITICAL: API server load balancer reconfigured

      **Cluster** prod (c1)

      **By** alice (RAM user, not ACK)

      **Happened** 2026-11-24 16:00:00 UTC+08:00

      **Resources** lb-1/6443 (load balancer of the API server)

      **What changed** AclStatus: off → on

      **Impact** Requests to the API server may no longer reach the control plane: kubectl, nodes and controllers lose contact and the cluster becomes abnormal.

      **What to do**
      1. Put the previous configuration back with the command below.
      2. Check that \`kubectl get nodes\` answers and all nodes are Ready.

      **Restore command**

          aliyun slb SetLoadBalancerTCPListenerAttribute --AclStatus 'off'

      **Operation** Slb:SetLoadBalancerTCPListenerAttribute

      **From** 192.0.2.1

      **Client** AliyunConsole

      **Received** 2026-11-24 16:01:09 UTC+08:00 (1 min 9 sec later)

      **Account** 1234567890123456 · cn-hangzhou

      [Open the finding](https://review.example.com/findings/f0e1d2c3b4a5968778695a4b)

      Rows R02 · Rule cluster.api-server-forwarding-changed · Finding f0e1d2c3b4a5968778695a4b"
    `);
  });

  it('says it in Chinese', () => {
    expect(textOf(aTold(), { ...VIEW, language: 'zh' })).toMatchInlineSnapshot(`
      "### [ackwatch] 严重：API Server 负载均衡配置被修改

      **集群** prod (c1)

      **操作者** alice（RAM 用户，非 ACK）

      **发生时间** 2026-11-24 16:00:00 UTC+08:00

      **资源** lb-1/6443（API Server 的负载均衡）

      **变更内容** AclStatus：off → on

      **影响** 发往 API Server 的请求可能到不了控制面:kubectl、节点和控制器失联,集群状态异常。

      **处理步骤**
      1. 用下面的命令恢复原来的配置。
      2. 确认 kubectl get nodes 有响应且节点均为 Ready。

      **恢复命令**

          aliyun slb SetLoadBalancerTCPListenerAttribute --AclStatus 'off'

      **操作** Slb:SetLoadBalancerTCPListenerAttribute

      **来源地址** 192.0.2.1

      **客户端** AliyunConsole

      **收到时间** 2026-11-24 16:01:09 UTC+08:00（1分钟 9秒后）

      **账号** 1234567890123456 · cn-hangzhou

      [查看该发现](https://review.example.com/findings/f0e1d2c3b4a5968778695a4b)

      条目 R02 · 规则 cluster.api-server-forwarding-changed · 发现 f0e1d2c3b4a5968778695a4b"
    `);
  });

  it('says it in Japanese', () => {
    expect(textOf(aTold(), { ...VIEW, language: 'ja', timeZone: 'Asia/Tokyo' })).toMatchInlineSnapshot(`
      "### [ackwatch] 緊急：API サーバーのロードバランサーの設定が変更されました

      **クラスター** prod (c1)

      **実行者** alice（RAM ユーザー、ACK 以外）

      **発生** 2026-11-24 17:00:00 UTC+09:00

      **リソース** lb-1/6443（API サーバーのロードバランサー）

      **変更内容** AclStatus：off → on

      **影響** API サーバーへの要求がコントロールプレーンに届かなくなり、kubectl、ノード、コントローラーが切断されてクラスターが異常になります。

      **対処**
      1. 下のコマンドで元の設定に戻してください。
      2. kubectl get nodes が応答し、全ノードが Ready であることを確認してください。

      **復元コマンド**

          aliyun slb SetLoadBalancerTCPListenerAttribute --AclStatus 'off'

      **操作** Slb:SetLoadBalancerTCPListenerAttribute

      **接続元** 192.0.2.1

      **クライアント** AliyunConsole

      **受信** 2026-11-24 17:01:09 UTC+09:00（1 分 9 秒後）

      **アカウント** 1234567890123456 · cn-hangzhou

      [検出を開く](https://review.example.com/findings/f0e1d2c3b4a5968778695a4b)

      項目 R02 · ルール cluster.api-server-forwarding-changed · 検出 f0e1d2c3b4a5968778695a4b"
    `);
  });

  it('names what happened and the cluster in the push preview', () => {
    expect(toDingTalk(aTold(), VIEW).markdown.title).toBe(
      '[ackwatch] CRITICAL: API server load balancer reconfigured (prod)',
    );
  });

  it('contains the keyword that the robot asks for, also when it is short', () => {
    const view = { ...VIEW, keyword: '告警' };

    expect(textOf(aTold(), view)).toContain('告警');
    expect(textOf(aTold({}, { short: true }), view)).toContain('告警');
  });

  it('has no link without a review page', () => {
    expect(textOf(aTold(), { ...VIEW, reviewUrl: undefined })).not.toContain('](');
  });

  it('shows a restore command whole or not at all', () => {
    const restore = { possible: true, commands: ['aliyun slb X', `aliyun slb Y ${'y'.repeat(3_000)}`] } as const;
    const text = textOf(aTold({ restore }));

    expect(text).toContain('    aliyun slb X\n');
    expect(text).not.toContain('aliyun slb Y');
    expect(text).toContain('1 more command(s) do not fit here whole');
  });

  it.each(HOSTILE_NAMES)('cannot be broken by %s', (_, hostile) => {
    const { text, title } = toDingTalk(
      aTold({
        cluster: { id: hostile, name: hostile },
        resources: [anOwnedListener({ id: hostile, name: hostile })],
        actor: { type: hostile, name: hostile, session: hostile, standing: 'outsider' },
        srcEndpoint: { address: hostile, userAgent: hostile },
        comparisons: [
          aComparison({
            changes: [{ op: 'replace', path: `/${hostile}`, before: hostile, after: { [hostile]: [hostile] } }],
            unknown: [hostile],
          }),
        ],
        notes: [hostile],
      }),
      { ...VIEW, reviewUrl: undefined },
    ).markdown;

    const unescaped = text.replaceAll(/\\./gu, '');
    expect(unescaped).not.toMatch(/\]\(|<\w|`\$|```|~~|@all|@\d|:\/\/|www\.|__/u);
    expect(text.match(/^#.*$/gmu)).toEqual(['### [ackwatch] CRITICAL: API server load balancer reconfigured']);
    expect(text.match(/^>/gmu)).toBeNull();
    expect(text).not.toMatch(/(?!\n)\p{Cc}|[\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
    expect(title).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}@]/u);
    expect(title.length).toBeLessThanOrEqual(121);
  });

  it('stays under the robot’s limit whatever is in it, and gives up commands last', () => {
    const wide = '負荷<b>\\*'.repeat(40);
    const resources = Array.from({ length: 10_000 }, (_, index) => anOwnedListener({ id: `lb-${index}`, name: wide }));
    const changes = Array.from({ length: 500 }, (_, index) => ({
      op: 'replace' as const,
      path: `/${wide}/${index}`,
      before: wide,
      after: wide,
      expected: wide,
    }));
    const commands = Array.from({ length: 5 }, (_, index) => `aliyun slb X --N ${index} ${'"'.repeat(1_000)}`);
    const finding = aFinding({
      resources,
      comparisons: [aComparison({ changes, unknown: [wide] })],
      restore: { possible: true, commands },
      notes: [wide, wide],
    });

    const message = toDingTalk(aTold(finding), { ...VIEW, language: 'ja' });

    expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(20_000);
    expect(message.markdown.text).toContain('aliyun slb X --N 0');
    expect(message.markdown.text).toMatch(/ほか \d+ 件/u);
    expect(message.markdown.text).toContain('f0e1d2c3b4a5968778695a4b');
  });

  it('falls back to what names the finding when not even one line of each list fits', () => {
    const commands = ['x'];
    const rule = { ...aTold().rule, recovery: Array.from({ length: 400 }, () => aTold().rule.impact) };

    const message = toDingTalk(aTold({ restore: { possible: true, commands } }, { rule }), VIEW);

    expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(2_000);
    expect(message.markdown.text).toContain('Shortened: the full message could not be sent');
    expect(message.markdown.text).toContain('lb-1/6443');
  });

  it('shows none of the foreign values in its short form, and still says who, where and what', () => {
    const srcEndpoint = { userAgent: 'improper words' };

    expect(textOf(aTold({ srcEndpoint, notes: ['improper words'] }, { short: true }))).toMatchInlineSnapshot(`
      "### [ackwatch] CRITICAL: API server load balancer reconfigured

      > Shortened: the full message could not be sent. Everything is kept under the finding’s number.

      **Cluster** prod (c1)

      **By** alice (RAM user, not ACK)

      **Happened** 2026-11-24 16:00:00 UTC+08:00

      **Resources** lb-1/6443 (load balancer of the API server)

      **Operation** Slb:SetLoadBalancerTCPListenerAttribute

      **Account** 1234567890123456 · cn-hangzhou

      [Open the finding](https://review.example.com/findings/f0e1d2c3b4a5968778695a4b)

      Rows R02 · Rule cluster.api-server-forwarding-changed · Finding f0e1d2c3b4a5968778695a4b"
    `);
  });
});
