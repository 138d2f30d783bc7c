import { describe, expect, it } from 'vitest';
import { toEmail } from '../../../shared/notify/email/message.ts';
import { aComparison, anOwnedListener, aReading, aTold } from '../../support/finding.ts';
import { HOSTILE_NAMES } from '../support/hostile.ts';

const VIEW = {
  language: 'en',
  timeZone: 'Asia/Shanghai',
  reviewUrl: 'https://review.example.com',
  channel: 'email',
  from: 'ackwatch <alerts@example.com>',
  to: ['ops@example.com'],
} as const;

const DELETED = aTold({
  notes: ['Running without a database: no earlier state, repeats possible'],
  restore: { possible: false },
  comparisons: [
    aComparison({
      before: aReading({ Port: 6443, AclStatus: 'off' }, '2026-11-24T07:50:00Z'),
      after: aReading(null, '2026-11-24T08:01:00Z'),
    }),
  ],
});

describe('the e-mail', () => {
  it('says in English everything that a person needs', () => {
    expect(toEmail(aTold(), VIEW).text).toMatchInlineSnapshot(`
      "CRITICAL: API server load balancer reconfigured

      Cluster: prod (c1)
      By: alice (RAM user, not ACK)
      Happened: 2026-11-24 16:00:00 UTC+08:00
      Resources: lb-1/6443 (load balancer of the API server)

      What changed:
        AclStatus: off → on

      Impact:
        Requests to the API server may no longer reach the control plane: kubectl, nodes and controllers lose contact and the cluster becomes abnormal.

      What to do:
        1. Put the previous configuration back with the command below.
        2. Check that \`kubectl get nodes\` answers and all nodes are Ready.

      Restore command:
          aliyun slb SetLoadBalancerTCPListenerAttribute --AclStatus 'off'

      Operation: Slb:SetLoadBalancerTCPListenerAttribute
      From: 192.0.2.1
      Client: AliyunConsole
      Received: 2026-11-24 16:01:09 UTC+08:00 (1 min 9 sec later)
      Account: 1234567890123456 · cn-hangzhou

      Open the finding: https://review.example.com/findings/f0e1d2c3b4a5968778695a4b
      Rows R02 · Rule cluster.api-server-forwarding-changed · Finding f0e1d2c3b4a5968778695a4b
      "
    `);
  });

  it('says in Chinese what was known last of something deleted', () => {
    expect(toEmail(DELETED, { ...VIEW, language: 'zh' }).text).toMatchInlineSnapshot(`
      "严重：API Server 负载均衡配置被修改

      集群：prod (c1)
      操作者：alice（RAM 用户，非 ACK）
      发生时间：2026-11-24 16:00:00 UTC+08:00
      资源：lb-1/6443（API Server 的负载均衡）

      变更内容：
        lb-1/6443 已不存在

      最后已知的状态：
        - lb-1/6443：读取于 2026-11-24 15:50:00 UTC+08:00
        - Port：6443
        - AclStatus：off

      影响：
        发往 API Server 的请求可能到不了控制面:kubectl、节点和控制器失联,集群状态异常。

      处理步骤：
        1. 用下面的命令恢复原来的配置。
        2. 确认 kubectl get nodes 有响应且节点均为 Ready。

      恢复：
        此操作无法恢复。

      说明：
        未使用数据库运行：没有更早的状态，消息可能重复。

      操作：Slb:SetLoadBalancerTCPListenerAttribute
      来源地址：192.0.2.1
      客户端：AliyunConsole
      收到时间：2026-11-24 16:01:09 UTC+08:00（1分钟 9秒后）
      账号：1234567890123456 · cn-hangzhou

      查看该发现：https://review.example.com/findings/f0e1d2c3b4a5968778695a4b
      条目 R02 · 规则 cluster.api-server-forwarding-changed · 发现 f0e1d2c3b4a5968778695a4b
      "
    `);
  });

  it('says in Japanese that a call was refused', () => {
    const told = aTold({ outcome: 'failure', errorCode: 'Forbidden.RAM', comparisons: [] });

    expect(toEmail(told, { ...VIEW, language: 'ja', timeZone: 'Asia/Tokyo' }).text).toMatchInlineSnapshot(`
      "緊急（拒否された試み）：API サーバーのロードバランサーの設定が変更されました

      ! 呼び出しは拒否されました：Forbidden.RAM。これによる変更はありません。

      クラスター：prod (c1)
      実行者：alice（RAM ユーザー、ACK 以外）
      発生：2026-11-24 17:00:00 UTC+09:00
      リソース：lb-1/6443（API サーバーのロードバランサー）

      成功していた場合の影響：
        API サーバーへの要求がコントロールプレーンに届かなくなり、kubectl、ノード、コントローラーが切断されてクラスターが異常になります。

      対処：
        1. 元に戻すものはありません。実行者に目的を確認し、不要な権限は取り消してください。

      操作：Slb:SetLoadBalancerTCPListenerAttribute
      接続元：192.0.2.1
      クライアント：AliyunConsole
      受信：2026-11-24 17:01:09 UTC+09:00（1 分 9 秒後）
      アカウント：1234567890123456 · cn-hangzhou

      検出を開く：https://review.example.com/findings/f0e1d2c3b4a5968778695a4b
      項目 R02 · ルール cluster.api-server-forwarding-changed · 検出 f0e1d2c3b4a5968778695a4b
      "
    `);
  });

  it('has the headline and the cluster for its subject', () => {
    expect(toEmail(aTold(), VIEW).subject).toBe('[ackwatch] CRITICAL: API server load balancer reconfigured (prod)');
  });

  it('has one Message-ID for the same finding and channel, repeated or not', () => {
    const first = toEmail(aTold(), VIEW);
    const repeated = toEmail(aTold({}, { mayBeRepeat: true }), VIEW);

    expect(first.messageId).toBe('<f0e1d2c3b4a5968778695a4b.email@ackwatch>');
    expect(repeated.messageId).toBe(first.messageId);
    expect(toEmail(aTold({ id: 'other' }), VIEW).messageId).not.toBe(first.messageId);
  });

  it('asks no machine to answer, and names the finding for filters', () => {
    expect(toEmail(aTold(), VIEW).headers).toMatchObject({
      'Auto-Submitted': 'auto-generated',
      'X-Ackwatch-Finding': 'f0e1d2c3b4a5968778695a4b',
    });
  });

  it.each([
    ['critical', 'high'],
    ['high', 'high'],
    ['medium', 'normal'],
    ['low', 'normal'],
  ] as const)('is urgent for a mailbox as the finding is: %s', (severity, priority) => {
    expect(toEmail(aTold({ severity }), VIEW).priority).toBe(priority);
  });

  it.each(['en', 'zh', 'ja'] as const)('loads nothing from anywhere and styles only inline (%s)', (language) => {
    const { html } = toEmail(DELETED, { ...VIEW, language });

    expect(html).not.toMatch(
      /<(?:img|script|link|iframe|object|svg|style|form)\b|\b(?:src|srcset|background)=|url\(|@import/iu,
    );
    expect(html.match(/href="[^"]*"/gu)).toEqual([
      'href="https://review.example.com/findings/f0e1d2c3b4a5968778695a4b"',
    ]);
  });

  it('tells the severity in a word and in a colour', () => {
    const { html } = toEmail(aTold(), VIEW);

    expect(html).toMatch(/background:#b3261e;color:#ffffff[^>]*>CRITICAL: /u);
  });

  it('lets a command be copied as it is', () => {
    const commands = [`aliyun slb X --Tags '[{"Key":"a&b"}]' --LoadBalancerId lb-1`];
    const { html, text } = toEmail(aTold({ restore: { possible: true, commands } }), VIEW);
    const pre = /<pre[^>]*>(.*?)<\/pre>/su.exec(html)?.[1] ?? '';

    const copied = pre
      .replaceAll(/<[^>]+>/gu, '')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    expect([copied]).toEqual(commands);
    expect(text).toContain(`    ${commands[0]}\n`);
  });

  it.each(HOSTILE_NAMES)('cannot be broken by %s', (_, hostile) => {
    const { html, text, subject, headers } = toEmail(
      aTold({
        cluster: { id: hostile, name: hostile },
        resources: [anOwnedListener({ id: hostile, name: hostile })],
        actor: { type: hostile, name: hostile, session: hostile, standing: 'outsider' },
        srcEndpoint: { address: hostile, userAgent: hostile },
        comparisons: [
          aComparison({ changes: [{ op: 'add', path: `/${hostile}`, after: hostile }], unknown: [hostile] }),
        ],
        notes: [hostile],
      }),
      VIEW,
    );

    const tags = new Set((html.match(/<\/?[a-z!][a-z0-9]*/giu) ?? []).map((tag) => tag.replace(/^<\/?/u, '')));
    expect([...tags].toSorted().join(' ')).toBe(
      '!doctype a body code div head html li meta ol pre span table td title tr ul',
    );
    expect(html.match(/<[^>]*\son\w+=/giu)).toBeNull();
    expect(`${html} ${text}`.replaceAll('https://review.example.com', '')).not.toMatch(/\w:\/\/|www\./u);
    expect(subject).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(Object.values(headers).join('')).not.toMatch(/[\r\n]/u);
    expect(text).not.toMatch(/^(?:#|Bcc)|(?!\n)\p{Cc}|[\p{Bidi_Control}\p{Zl}\p{Zp}]/mu);
    expect(Buffer.byteLength(html)).toBeLessThan(30_000);
  });
});
