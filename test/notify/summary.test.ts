import { describe, expect, it } from 'vitest';
import type { Telling } from '../../shared/notify/channel.ts';
import { toDingTalk } from '../../shared/notify/dingtalk/message.ts';
import { toEmail } from '../../shared/notify/email/message.ts';
import { toFeishu } from '../../shared/notify/feishu/message.ts';
import { toSlack } from '../../shared/notify/slack/message.ts';
import { toWebhook } from '../../shared/notify/webhook/message.ts';
import { toWeCom } from '../../shared/notify/wecom/message.ts';
import { aClosing, aDigest, aMember, aTold, anUpdate } from '../support/finding.ts';

const VIEW = { language: 'en', timeZone: 'Asia/Shanghai', reviewUrl: 'https://review.example.com' } as const;

function inDingTalk(telling: Telling, language: 'en' | 'zh' | 'ja' = 'en'): string {
  const { markdown } = toDingTalk(telling, { ...VIEW, language, keyword: 'ackwatch' });
  return `${markdown.title}\n---\n${markdown.text}`;
}

describe('an update', () => {
  it('says how many more, how far the story has come, and what is new', () => {
    expect(inDingTalk(anUpdate())).toMatchInlineSnapshot(`
      "[ackwatch] CRITICAL, 3 more: API server load balancer reconfigured (prod)
      ---
      ### [ackwatch] CRITICAL, 3 more: API server load balancer reconfigured

      **Cluster** prod (c1)

      **By** alice (RAM user, not ACK)

      **Story** 4 in all since 2026-11-24 16:01:10 UTC+08:00; it began with finding f0e1d2c3b4a5968778695a4b

      **New resources** lb-2/6443, lb-3/6443

      **Findings**
      - 11-24 16:02:00 lb-2/6443, Slb:SetLoadBalancerTCPListenerAttribute (f0e1d2c3b4a5968778695a42)
      - 11-24 16:03:00 lb-3/6443, Slb:SetLoadBalancerTCPListenerAttribute (f0e1d2c3b4a5968778695a43)
      - 11-24 16:04:00 lb-4/6443, Slb:SetLoadBalancerTCPListenerAttribute (f0e1d2c3b4a5968778695a44)

      **Impact** Requests to the API server may no longer reach the control plane: kubectl, nodes and controllers lose contact and the cluster becomes abnormal.

      **Account** 1234567890123456 · cn-hangzhou

      [Open the finding](https://review.example.com/findings/f0e1d2c3b4a5968778695a4b)

      Rows R02 · Rule cluster.api-server-forwarding-changed · Finding f0e1d2c3b4a5968778695a4b"
    `);
  });

  it('says so in Chinese', () => {
    expect(inDingTalk(anUpdate(), 'zh')).toMatchInlineSnapshot(`
      "[ackwatch] 严重（新增 3 起）：API Server 负载均衡配置被修改 (prod)
      ---
      ### [ackwatch] 严重（新增 3 起）：API Server 负载均衡配置被修改

      **集群** prod (c1)

      **操作者** alice（RAM 用户，非 ACK）

      **事件经过** 自 2026-11-24 16:01:10 UTC+08:00 起共 4 起，始于发现 f0e1d2c3b4a5968778695a4b

      **新涉及的资源** lb-2/6443, lb-3/6443

      **发现**
      - 11-24 16:02:00 lb-2/6443，Slb:SetLoadBalancerTCPListenerAttribute（f0e1d2c3b4a5968778695a42）
      - 11-24 16:03:00 lb-3/6443，Slb:SetLoadBalancerTCPListenerAttribute（f0e1d2c3b4a5968778695a43）
      - 11-24 16:04:00 lb-4/6443，Slb:SetLoadBalancerTCPListenerAttribute（f0e1d2c3b4a5968778695a44）

      **影响** 发往 API Server 的请求可能到不了控制面:kubectl、节点和控制器失联,集群状态异常。

      **账号** 1234567890123456 · cn-hangzhou

      [查看该发现](https://review.example.com/findings/f0e1d2c3b4a5968778695a4b)

      条目 R02 · 规则 cluster.api-server-forwarding-changed · 发现 f0e1d2c3b4a5968778695a4b"
    `);
  });

  it('says so in Japanese', () => {
    expect(inDingTalk(anUpdate(), 'ja')).toMatchInlineSnapshot(`
      "[ackwatch] 緊急（続報 3 件）：API サーバーのロードバランサーの設定が変更されました (prod)
      ---
      ### [ackwatch] 緊急（続報 3 件）：API サーバーのロードバランサーの設定が変更されました

      **クラスター** prod (c1)

      **実行者** alice（RAM ユーザー、ACK 以外）

      **経緯** 2026-11-24 16:01:10 UTC+08:00 から計 4 件。最初の検出は f0e1d2c3b4a5968778695a4b

      **新たなリソース** lb-2/6443, lb-3/6443

      **検出**
      - 11-24 16:02:00 lb-2/6443、Slb:SetLoadBalancerTCPListenerAttribute（f0e1d2c3b4a5968778695a42）
      - 11-24 16:03:00 lb-3/6443、Slb:SetLoadBalancerTCPListenerAttribute（f0e1d2c3b4a5968778695a43）
      - 11-24 16:04:00 lb-4/6443、Slb:SetLoadBalancerTCPListenerAttribute（f0e1d2c3b4a5968778695a44）

      **影響** API サーバーへの要求がコントロールプレーンに届かなくなり、kubectl、ノード、コントローラーが切断されてクラスターが異常になります。

      **アカウント** 1234567890123456 · cn-hangzhou

      [検出を開く](https://review.example.com/findings/f0e1d2c3b4a5968778695a4b)

      項目 R02 · ルール cluster.api-server-forwarding-changed · 検出 f0e1d2c3b4a5968778695a4b"
    `);
  });

  it('is headed by the worst of it', () => {
    const [first, ...others] = anUpdate({}).members;
    const lesser = { ...first, finding: { ...first.finding, severity: 'low' } } as const;

    expect(inDingTalk(anUpdate({ members: [lesser] }))).toContain('LOW, 1 more');
    expect(inDingTalk(anUpdate({ members: [lesser, ...others] }))).toContain('CRITICAL, 3 more');
  });
});

describe('a digest', () => {
  it('says in which account, where it tells of several', () => {
    const [first, ...others] = aDigest().members;
    const cluster = { id: 'c9', name: 'prod' };
    const elsewhere = aMember({ id: '0123456789abcdef01234568', accountId: '1000000000000002', cluster });

    const [one, several] = [aDigest(), aDigest({ members: [first, ...others, elsewhere] })].map((told) =>
      inDingTalk(told),
    );

    expect(one).not.toContain('1234567890123456');
    expect(several).toContain('- prod, by alice: 3\n- 1234567890123456 · cn-hangzhou');
    expect(several).toContain('- prod, by alice: 1\n- 1000000000000002 · cn-hangzhou');
  });

  it('names every finding, by story', () => {
    expect(inDingTalk(aDigest())).toMatchInlineSnapshot(`
      "[ackwatch] CRITICAL, digest of 4 findings (prod, stage)
      ---
      ### [ackwatch] CRITICAL, digest of 4 findings

      > Told together instead of one by one: every finding is named here.

      **CRITICAL: API server load balancer reconfigured**
      - prod, by alice: 3
      - 11-24 16:02:00 lb-2/6443, Slb:SetLoadBalancerTCPListenerAttribute (f0e1d2c3b4a5968778695a42)
      - 11-24 16:03:00 lb-3/6443, Slb:SetLoadBalancerTCPListenerAttribute (f0e1d2c3b4a5968778695a43)
      - 11-24 16:04:00 lb-4/6443, Slb:SetLoadBalancerTCPListenerAttribute (f0e1d2c3b4a5968778695a44)

      **HIGH: API server load balancer reconfigured**
      - stage, by bob: 1
      - 11-24 16:00:00 lb-1/6443, Slb:SetLoadBalancerTCPListenerAttribute (0123456789abcdef01234567), refused

      [Open the finding](https://review.example.com/findings/f0e1d2c3b4a5968778695a4b)

      Digest a1b2c3d4e5f60718293a4b5c"
    `);
  });

  it('says so in Chinese', () => {
    expect(inDingTalk(aDigest(), 'zh')).toMatchInlineSnapshot(`
      "[ackwatch] 严重：4 项发现汇总 (prod, stage)
      ---
      ### [ackwatch] 严重：4 项发现汇总

      > 合并发送，未逐条通知：本消息列出全部发现。

      **严重：API Server 负载均衡配置被修改**
      - prod，操作者 alice：3 项
      - 11-24 16:02:00 lb-2/6443，Slb:SetLoadBalancerTCPListenerAttribute（f0e1d2c3b4a5968778695a42）
      - 11-24 16:03:00 lb-3/6443，Slb:SetLoadBalancerTCPListenerAttribute（f0e1d2c3b4a5968778695a43）
      - 11-24 16:04:00 lb-4/6443，Slb:SetLoadBalancerTCPListenerAttribute（f0e1d2c3b4a5968778695a44）

      **高危：API Server 负载均衡配置被修改**
      - stage，操作者 bob：1 项
      - 11-24 16:00:00 lb-1/6443，Slb:SetLoadBalancerTCPListenerAttribute（0123456789abcdef01234567），被拒绝

      [查看该发现](https://review.example.com/findings/f0e1d2c3b4a5968778695a4b)

      汇总 a1b2c3d4e5f60718293a4b5c"
    `);
  });

  it('says so in Japanese', () => {
    expect(inDingTalk(aDigest(), 'ja')).toMatchInlineSnapshot(`
      "[ackwatch] 緊急：検出 4 件のまとめ (prod, stage)
      ---
      ### [ackwatch] 緊急：検出 4 件のまとめ

      > 一件ずつではなくまとめて通知しています。すべての検出をここに記載しています。

      **緊急：API サーバーのロードバランサーの設定が変更されました**
      - prod、実行者 alice：3 件
      - 11-24 16:02:00 lb-2/6443、Slb:SetLoadBalancerTCPListenerAttribute（f0e1d2c3b4a5968778695a42）
      - 11-24 16:03:00 lb-3/6443、Slb:SetLoadBalancerTCPListenerAttribute（f0e1d2c3b4a5968778695a43）
      - 11-24 16:04:00 lb-4/6443、Slb:SetLoadBalancerTCPListenerAttribute（f0e1d2c3b4a5968778695a44）

      **高リスク：API サーバーのロードバランサーの設定が変更されました**
      - stage、実行者 bob：1 件
      - 11-24 16:00:00 lb-1/6443、Slb:SetLoadBalancerTCPListenerAttribute（0123456789abcdef01234567）、拒否

      [検出を開く](https://review.example.com/findings/f0e1d2c3b4a5968778695a4b)

      まとめ a1b2c3d4e5f60718293a4b5c"
    `);
  });

  it('names only ids when the channel takes no more', () => {
    expect(inDingTalk(aDigest({ short: true }))).toMatchInlineSnapshot(`
      "[ackwatch] CRITICAL, digest of 4 findings (prod, stage)
      ---
      ### [ackwatch] CRITICAL, digest of 4 findings

      > Told together instead of one by one: every finding is named here.

      > Shortened: the full message could not be sent. Everything is kept under the finding’s number.

      **Findings** f0e1d2c3b4a5968778695a42 f0e1d2c3b4a5968778695a43 f0e1d2c3b4a5968778695a44 0123456789abcdef01234567

      [Open the finding](https://review.example.com/findings/f0e1d2c3b4a5968778695a4b)

      Digest a1b2c3d4e5f60718293a4b5c"
    `);
  });

  it('says what became of each: refused, put back', () => {
    const members = [aMember({ outcome: 'failure' }), aMember({ status: 'resolved' })] as const;

    expect(inDingTalk(aDigest({ members }))).toContain(', refused');
    expect(inDingTalk(aDigest({ members }))).toContain(', already put back');
  });
});

describe('a closed channel', () => {
  const closing = aClosing({ channel: 'night-robot' });

  it('is told with its reason and what becomes of the rest', () => {
    expect(inDingTalk(closing)).toMatchInlineSnapshot(`
      "[ackwatch] Channel night-robot takes no messages
      ---
      ### [ackwatch] Channel night-robot takes no messages

      **Reason** throttled: DingTalk answered errcode 130101

      **Until** 2026-11-24 16:11:10 UTC+08:00

      **Waiting** 12 findings

      **Meanwhile** What is critical is told here. The rest follows over night-robot as soon as it takes messages again, or here if that takes too long.

      **What to do**
      1. Nothing, if it opens by itself. If this comes often, give busy clusters a robot of their own.

      [Open the finding](https://review.example.com/findings/f0e1d2c3b4a5968778695a4b)

      Finding f0e1d2c3b4a5968778695a4b"
    `);
  });

  it('is told in Chinese', () => {
    expect(inDingTalk(closing, 'zh')).toMatchInlineSnapshot(`
      "[ackwatch] 渠道 night-robot 无法发送消息
      ---
      ### [ackwatch] 渠道 night-robot 无法发送消息

      **原因** throttled: DingTalk answered errcode 130101

      **持续到** 2026-11-24 16:11:10 UTC+08:00

      **待发送** 12 项发现

      **在此期间** 严重告警在此通知。其余告警待 night-robot 恢复后发送；若恢复过慢，也会在此通知。

      **处理步骤**
      1. 如果自行恢复则无需处理。如果频繁出现，请为繁忙的集群配置单独的机器人。

      [查看该发现](https://review.example.com/findings/f0e1d2c3b4a5968778695a4b)

      发现 f0e1d2c3b4a5968778695a4b"
    `);
  });

  it('is told in Japanese', () => {
    expect(inDingTalk(closing, 'ja')).toMatchInlineSnapshot(`
      "[ackwatch] チャネル night-robot が通知を受け付けません
      ---
      ### [ackwatch] チャネル night-robot が通知を受け付けません

      **理由** throttled: DingTalk answered errcode 130101

      **期限** 2026-11-24 16:11:10 UTC+08:00

      **送信待ち** 検出 12 件

      **その間** 緊急の検出はこちらに通知します。それ以外は night-robot の回復後に送信し、時間がかかる場合はこちらに通知します。

      **対処**
      1. 自然に回復する場合は不要です。頻発する場合は、通知の多いクラスターに専用のロボットを割り当ててください。

      [検出を開く](https://review.example.com/findings/f0e1d2c3b4a5968778695a4b)

      検出 f0e1d2c3b4a5968778695a4b"
    `);
  });

  it('is told with what to check where its settings are wrong', () => {
    const why = 'configuration: DingTalk answered errcode 310000';

    expect(inDingTalk(aClosing({ why }))).toContain('signing secret, keyword');
  });
});

describe('an alert', () => {
  const others = [aMember({ id: '0123456789abcdef01234567', cluster: { id: 'c2', name: 'stage' } })];

  it.each([
    ['en', '**The same event on**'],
    ['zh', '**同一事件还涉及**'],
    ['ja', '**同じ操作の影響を受けた他のクラスター**'],
  ] as const)('names the other clusters of its event (%s)', (language, label) => {
    const text = inDingTalk(aTold({}, { others }), language);

    expect(text).toContain('(prod, stage)');
    expect(text).toContain(label);
    expect(text).toContain('0123456789abcdef01234567');
  });

  it.each([
    ['en', 'Told here because the channel night-robot takes no messages until 2026-11-24 16:11:10 UTC+08:00.'],
    ['zh', '渠道 night-robot 在 2026-11-24 16:11:10 UTC+08:00 之前不接收消息，因此在此通知。'],
    [
      'ja',
      'チャネル night-robot は 2026-11-24 16:11:10 UTC+08:00 まで通知を受け付けないため、こちらに通知しています。',
    ],
  ] as const)('says why it comes over another channel (%s)', (language, expected) => {
    const insteadOf = { channel: 'night-robot', until: new Date('2026-11-24T08:11:10Z') };

    expect(inDingTalk(aTold({}, { insteadOf }), language)).toContain(expected);
  });

  it('calls people by name where a channel can', () => {
    const told = aTold({}, { mentions: { phones: ['13800000000'], users: ['bob'] } });

    expect(toDingTalk(told, { ...VIEW, keyword: 'x' })).toMatchObject({
      at: { atMobiles: ['13800000000'], atUserIds: ['bob'] },
      markdown: { text: expect.stringContaining('@13800000000 @bob') },
    });
    expect(toFeishu(told, { ...VIEW, keyword: 'x' }).card.elements[0]?.content).toContain('<at id=bob></at>');
    expect(toWeCom(told, VIEW).markdown.content).toContain('<@bob>');
    expect(toSlack(told, VIEW).text).toContain('<@bob>');
  });

  it('is told in the language of its route', () => {
    expect(inDingTalk(aTold({}, { language: 'ja' }))).toContain('緊急');
  });
});

describe('the same in every other channel', () => {
  it('as text of a mail', () => {
    expect(toEmail(aDigest(), { ...VIEW, from: 'a@example.com', to: ['b@example.com'], channel: 'mail' }).text)
      .toMatchInlineSnapshot(`
        "CRITICAL, digest of 4 findings

        ! Told together instead of one by one: every finding is named here.

        CRITICAL: API server load balancer reconfigured:
          - prod, by alice: 3
          - 11-24 16:02:00 lb-2/6443, Slb:SetLoadBalancerTCPListenerAttribute (f0e1d2c3b4a5968778695a42)
          - 11-24 16:03:00 lb-3/6443, Slb:SetLoadBalancerTCPListenerAttribute (f0e1d2c3b4a5968778695a43)
          - 11-24 16:04:00 lb-4/6443, Slb:SetLoadBalancerTCPListenerAttribute (f0e1d2c3b4a5968778695a44)

        HIGH: API server load balancer reconfigured:
          - stage, by bob: 1
          - 11-24 16:00:00 lb-1/6443, Slb:SetLoadBalancerTCPListenerAttribute (0123456789abcdef01234567), refused

        Open the finding: https://review.example.com/findings/f0e1d2c3b4a5968778695a4b
        Digest a1b2c3d4e5f60718293a4b5c
        "
      `);
  });

  it('as a card of Feishu', () => {
    expect(toFeishu(anUpdate(), { ...VIEW, language: 'zh', keyword: 'ackwatch' })).toMatchInlineSnapshot(`
      {
        "card": {
          "config": {
            "wide_screen_mode": true,
          },
          "elements": [
            {
              "content": "**[ackwatch] 严重（新增 3 起）：API Server 负载均衡配置被修改**
      **集群** prod (c1)
      **操作者** alice（RAM 用户，非 ACK）
      **事件经过** 自 2026-11-24 16:01:10 UTC+08:00 起共 4 起，始于发现 f0e1d2c3b4a5968778695a4b
      **新涉及的资源** lb-2/6443, lb-3/6443
      **发现**
      - 11-24 16:02:00 lb-2/6443，Slb:SetLoadBalancerTCPListenerAttribute（f0e1d2c3b4a5968778695a42）
      - 11-24 16:03:00 lb-3/6443，Slb:SetLoadBalancerTCPListenerAttribute（f0e1d2c3b4a5968778695a43）
      - 11-24 16:04:00 lb-4/6443，Slb:SetLoadBalancerTCPListenerAttribute（f0e1d2c3b4a5968778695a44）
      **影响** 发往 API Server 的请求可能到不了控制面:kubectl、节点和控制器失联,集群状态异常。
      **账号** 1234567890123456 · cn-hangzhou
      [查看该发现](https://review.example.com/findings/f0e1d2c3b4a5968778695a4b)
      条目 R02 · 规则 cluster.api-server-forwarding-changed · 发现 f0e1d2c3b4a5968778695a4b",
              "tag": "markdown",
            },
          ],
          "header": {
            "template": "red",
            "title": {
              "content": "[ackwatch] 严重（新增 3 起）：API Server 负载均衡配置被修改 (prod)",
              "tag": "plain_text",
            },
          },
        },
        "msg_type": "interactive",
      }
    `);
  });

  it('as markdown of WeCom', () => {
    expect(toWeCom(aTold(), { ...VIEW, language: 'zh' }).markdown.content).toMatchInlineSnapshot(`
      "### 严重：API Server 负载均衡配置被修改
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
      \`aliyun slb SetLoadBalancerTCPListenerAttribute --AclStatus 'off'\`
      **操作** Slb:SetLoadBalancerTCPListenerAttribute
      **来源地址** 192.0.2.1
      **客户端** AliyunConsole
      **收到时间** 2026-11-24 16:01:09 UTC+08:00（1分钟 9秒后）
      **账号** 1234567890123456 · cn-hangzhou
      [查看该发现](https://review.example.com/findings/f0e1d2c3b4a5968778695a4b)
      条目 R02 · 规则 cluster.api-server-forwarding-changed · 发现 f0e1d2c3b4a5968778695a4b"
    `);
  });

  it('as text of Slack', () => {
    expect(toSlack(aTold(), VIEW).text).toMatchInlineSnapshot(`
      "*CRITICAL: API server load balancer reconfigured*
      *Cluster* prod (c1)
      *By* alice (RAM user, not ACK)
      *Happened* 2026-11-24 16:00:00 UTC+08:00
      *Resources* lb-1/6443 (load balancer of the API server)
      *What changed* AclStatus: off → on
      *Impact* Requests to the API server may no longer reach the control plane: kubectl, nodes and controllers lose contact and the cluster becomes abnormal.
      *What to do*
      1. Put the previous configuration back with the command below.
      2. Check that \`kubectl get nodes\` answers and all nodes are Ready.
      *Restore command*
      \`\`\`aliyun slb SetLoadBalancerTCPListenerAttribute --AclStatus 'off'\`\`\`
      *Operation* Slb:SetLoadBalancerTCPListenerAttribute
      *From* 192.0.2.1
      *Client* AliyunConsole
      *Received* 2026-11-24 16:01:09 UTC+08:00 (1 min 9 sec later)
      *Account* 1234567890123456 · cn-hangzhou
      <https://review.example.com/findings/f0e1d2c3b4a5968778695a4b|Open the finding>
      Rows R02 · Rule cluster.api-server-forwarding-changed · Finding f0e1d2c3b4a5968778695a4b"
    `);
  });

  it('as a CloudEvent with a Detection Finding', () => {
    expect(toWebhook(aTold(), VIEW).events[0]).toMatchInlineSnapshot(`
      {
        "data": {
          "activity_id": 1,
          "category_uid": 2,
          "class_uid": 2004,
          "cloud": {
            "account": {
              "uid": "1234567890123456",
            },
            "provider": "Alibaba Cloud",
            "region": "cn-hangzhou",
          },
          "evidences": [
            {
              "actor": {
                "user": {
                  "name": "alice",
                  "type": "ram-user",
                },
              },
              "api": {
                "operation": "SetLoadBalancerTCPListenerAttribute",
                "request": {
                  "uid": "E-1",
                },
                "service": {
                  "name": "Slb",
                },
              },
              "http_request": {
                "user_agent": "AliyunConsole",
              },
              "src_endpoint": {
                "ip": "192.0.2.1",
              },
            },
          ],
          "finding_info": {
            "analytic": {
              "name": "API server load balancer reconfigured",
              "type": "Rule",
              "type_id": 1,
              "uid": "cluster.api-server-forwarding-changed",
            },
            "created_time": 1795507269000,
            "desc": "Requests to the API server may no longer reach the control plane: kubectl, nodes and controllers lose contact and the cluster becomes abnormal.",
            "related_analytics": [],
            "src_url": "https://review.example.com/findings/f0e1d2c3b4a5968778695a4b",
            "title": "API server load balancer reconfigured",
            "types": [
              "R02",
            ],
            "uid": "f0e1d2c3b4a5968778695a4b",
          },
          "is_alert": true,
          "message": "API server load balancer reconfigured (prod)",
          "metadata": {
            "product": {
              "name": "ackwatch",
              "vendor_name": "ackwatch",
            },
            "profiles": [
              "cloud",
            ],
            "uid": "f0e1d2c3b4a5968778695a4b",
            "version": "1.5.0",
          },
          "remediation": {
            "desc": "Put the previous configuration back with the command below. Check that \`kubectl get nodes\` answers and all nodes are Ready.",
          },
          "resources": [
            {
              "data": {
                "role": "api-server-load-balancer",
              },
              "region": "cn-hangzhou",
              "type": "slb.listener",
              "uid": "lb-1/6443",
            },
          ],
          "severity_id": 5,
          "start_time": 1795507200000,
          "status_id": 1,
          "time": 1795507269000,
          "type_uid": 200401,
          "unmapped": {
            "changes": [
              {
                "aspect": "configuration",
                "changes": [
                  {
                    "after": "on",
                    "before": "off",
                    "op": "replace",
                    "path": "/AclStatus",
                  },
                ],
                "resource": {
                  "id": "lb-1/6443",
                  "kind": "slb.listener",
                },
                "unknown": [],
              },
            ],
            "cluster": {
              "id": "c1",
              "name": "prod",
            },
            "notes": [],
            "outcome": "success",
            "restore": {
              "commands": [
                "aliyun slb SetLoadBalancerTCPListenerAttribute --AclStatus 'off'",
              ],
              "possible": true,
            },
            "standing": "outsider",
          },
        },
        "datacontenttype": "application/json",
        "id": "f0e1d2c3b4a5968778695a4b",
        "source": "/ackwatch/1234567890123456/cn-hangzhou",
        "specversion": "1.0",
        "subject": "c1",
        "time": "2026-11-24T08:01:09.000Z",
        "type": "ackwatch.finding.alert",
      }
    `);
  });
});

describe('a mail', () => {
  const view = { ...VIEW, from: 'a@example.com', to: ['b@example.com'], channel: 'mail' };

  it('belongs to the thread of its story, and a repeat is the same mail', () => {
    const first = toEmail(aTold(), view);
    const update = toEmail(anUpdate(), view);

    expect(update.headers['In-Reply-To']).toBe(first.messageId);
    expect(toEmail(anUpdate({ mayBeRepeat: true }), view).messageId).toBe(update.messageId);
    expect(toEmail(aTold({ status: 'resolved' }, { kind: 'resolved' }), view).messageId).not.toBe(first.messageId);
  });
});

describe('a batch of CloudEvents', () => {
  it('has each finding as an event of its own, and is one message', () => {
    const { events, contentType, id } = toWebhook(aDigest(), VIEW);

    expect(contentType).toBe('application/cloudevents-batch+json');
    expect(events.map((event) => event.id)).toEqual(aDigest().members.map(({ finding }) => finding.id));
    expect(id).toBe(aDigest().id);
  });
});
