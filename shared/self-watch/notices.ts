import type { Severity } from '../model/severity.ts';
import type { Text } from '../model/text.ts';

/** What there is to say when ackwatch itself goes blind or cannot be heard: told like a rule. */
export interface Notice {
  readonly id: `self-watch.${string}`;
  readonly severity: Severity;
  readonly title: Text;
  readonly impact: Text;
  readonly recovery: readonly Text[];
}

/** Every way of going blind that ackwatch can see in itself. */
export const NOTICES = [
  {
    id: 'self-watch.reconciliation-behind',
    severity: 'high',
    title: {
      en: 'The history of the trail was not read for more than half an hour',
      zh: '操作审计的历史事件已超过半小时未被读取',
      ja: '証跡の履歴が 30 分以上読み取られていません',
    },
    impact: {
      en: 'An event that did not arrive meanwhile has not been noticed. Nothing is lost: the trail keeps it for 90 days.',
      zh: '在此期间未送达的事件尚未被发现。事件不会丢失：操作审计保留 90 天。',
      ja: 'この間に届かなかったイベントはまだ検知されていません。証跡は 90 日間保持されるため失われてはいません。',
    },
    recovery: [
      {
        en: 'See whether the function ackwatch-sweep runs every ten minutes, and what its log says.',
        zh: '检查函数 ackwatch-sweep 是否每十分钟运行一次，并查看其日志。',
        ja: '関数 ackwatch-sweep が 10 分ごとに実行されているか、ログに何が記録されているかを確認してください。',
      },
      {
        en: 'See whether its role may still call LookupEvents.',
        zh: '检查其角色是否仍有权限调用 LookupEvents。',
        ja: 'そのロールが LookupEvents を呼び出せるか確認してください。',
      },
    ],
  },
  {
    id: 'self-watch.sweep-missing',
    severity: 'high',
    title: { en: 'The sweep does not run', zh: '定时巡检未运行', ja: '定期巡回が実行されていません' },
    impact: {
      en: 'The inventory grows old, nothing is reconciled, and what was put back is not noticed.',
      zh: '资源清单逐渐过期，事件无法核对，已恢复的变更也不会被发现。',
      ja: '資産情報が古くなり、照合が行われず、元に戻された変更も検知されません。',
    },
    recovery: [
      {
        en: 'Look at the trigger and the log of the function ackwatch-sweep.',
        zh: '检查函数 ackwatch-sweep 的触发器和日志。',
        ja: '関数 ackwatch-sweep のトリガーとログを確認してください。',
      },
    ],
  },
  {
    id: 'self-watch.inventory-stale',
    severity: 'medium',
    title: {
      en: 'Part of the inventory could not be read for hours',
      zh: '部分资源清单已数小时无法读取',
      ja: '資産情報の一部が数時間読み取れていません',
    },
    impact: {
      en: 'Resources that ACK created meanwhile may not be recognised as those of a cluster.',
      zh: '在此期间由 ACK 创建的资源可能无法识别其所属集群。',
      ja: 'この間に ACK が作成したリソースは、どのクラスターのものか判別できない可能性があります。',
    },
    recovery: [
      {
        en: 'See in the log of the sweep which listing fails and why.',
        zh: '在巡检日志中查看哪个列表读取失败及其原因。',
        ja: '巡回のログで、どの一覧取得がなぜ失敗しているかを確認してください。',
      },
    ],
  },
  {
    id: 'self-watch.permission-missing',
    severity: 'high',
    title: {
      en: 'ackwatch lacks permission to read',
      zh: 'ackwatch 缺少读取权限',
      ja: 'ackwatch に読み取り権限がありません',
    },
    impact: {
      en: 'What it may not read it cannot compare: earlier states, owners or trust stay unknown.',
      zh: '无权读取的内容无法比较：变更前状态、归属或信任关系将保持未知。',
      ja: '読み取れないものは比較できません：以前の状態、所有者、信頼関係が不明のままになります。',
    },
    recovery: [
      {
        en: 'Give its role the policy of this version; it allows reading alone.',
        zh: '为其角色授予当前版本的权限策略；该策略仅允许读取。',
        ja: 'ロールに現行バージョンのポリシーを付与してください。読み取りのみを許可します。',
      },
    ],
  },
  {
    id: 'self-watch.events-set-aside',
    severity: 'medium',
    title: {
      en: 'Events arrived that could not be read',
      zh: '收到无法解析的事件',
      ja: '読み取れないイベントが届きました',
    },
    impact: {
      en: 'Nobody knows what they tell. They are kept for a person.',
      zh: '其内容未知，已保留待人工查看。',
      ja: '内容は不明です。人による確認のために保管されています。',
    },
    recovery: [
      {
        en: 'Look at them on the review page, or in the table set_aside.',
        zh: '在审核页面或 set_aside 表中查看。',
        ja: 'レビューページまたはテーブル set_aside で確認してください。',
      },
    ],
  },
  {
    id: 'self-watch.messages-stuck',
    severity: 'high',
    title: {
      en: 'Messages are waiting for too long',
      zh: '消息长时间未能发送',
      ja: '通知が長時間送信されていません',
    },
    impact: {
      en: 'Somebody who should know does not know yet.',
      zh: '应当得知的人尚未得到通知。',
      ja: '知るべき人にまだ伝わっていません。',
    },
    recovery: [
      {
        en: 'See whether the function ackwatch-deliver runs every minute, and what its log says of the channel.',
        zh: '检查函数 ackwatch-deliver 是否每分钟运行，并在日志中查看该渠道的情况。',
        ja: '関数 ackwatch-deliver が毎分実行されているか、チャネルについてログに何が記録されているかを確認してください。',
      },
    ],
  },
] as const satisfies readonly Notice[];

export type NoticeId = (typeof NOTICES)[number]['id'];
