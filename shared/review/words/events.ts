import type { Text } from '../../model/text.ts';

export const EVENTS = {
  title: { en: 'Why was I not told?', zh: '为什么没有通知我？', ja: 'なぜ通知されなかったのか' },
  lead: {
    en: 'Every event that touched something watched, and what became of it. Events that no rule speaks of are not kept; by its id, one is fetched from the trail again and explained.',
    zh: '所有触及受监控资源的事件及其判定。与规则无关的事件不保存；输入事件 ID 可从操作审计重新读取并解释。',
    ja: '監視対象に触れたすべてのイベントとその結果です。どのルールにも当たらないイベントは保存されませんが、ID を入力すると証跡から読み直して説明します。',
  },
  eventId: { en: 'Event id', zh: '事件 ID', ja: 'イベント ID' },
  resource: { en: 'Resource id', zh: '资源 ID', ja: 'リソース ID' },
  outcome: { en: 'What became of it', zh: '判定结果', ja: '結果' },
  from: { en: 'From', zh: '起始', ja: '開始' },
  to: { en: 'Until', zh: '截止', ja: '終了' },
  happened: { en: 'Happened', zh: '发生时间', ja: '発生' },
  operation: { en: 'Operation', zh: '操作', ja: '操作' },
  actor: { en: 'By', zh: '操作者', ja: '実行者' },
  resources: { en: 'Resources', zh: '资源', ja: 'リソース' },
  why: { en: 'Why', zh: '原因', ja: '理由' },
  nothing: {
    en: 'No decision fits. If you know the event’s id, search by it: it is then looked up in the trail.',
    zh: '没有符合的记录。如果知道事件 ID，请按 ID 搜索，将在操作审计中查询。',
    ja: '該当する記録はありません。イベント ID が分かれば、ID で検索すると証跡を調べます。',
  },
  decided: { en: 'Decided', zh: '判定', ja: '判定' },
  facts: { en: 'Hashes of the facts used', zh: '所用事实的哈希', ja: '使用した事実のハッシュ' },
  findings: { en: 'Its findings', zh: '对应的发现', ja: '該当する検出' },
  raw: {
    en: 'The record as received, secrets redacted',
    zh: '收到的原始记录（已脱敏）',
    ja: '受信した記録（機密は伏せ字）',
  },
  event: { en: 'Event', zh: '事件', ja: 'イベント' },
  explained: { en: 'From the trail', zh: '来自操作审计', ja: '証跡からの説明' },
  notInTrail: {
    en: 'The trail does not have an event of this id in the watched regions, within 90 days. It can be ten minutes late.',
    zh: '在受监控地域的 90 天记录中没有此事件 ID。操作审计可能延迟十分钟。',
    ja: '監視対象リージョンの 90 日間の証跡にこの ID のイベントはありません。最大 10 分ほど遅れることがあります。',
  },
  trailAway: {
    en: 'The trail could not be asked: {problem}.',
    zh: '无法查询操作审计：{problem}。',
    ja: '証跡を調べられませんでした：{problem}。',
  },
  unreadable: {
    en: 'The trail has it, but not in a form that can be read: {problem}',
    zh: '操作审计中有此事件，但无法解析：{problem}',
    ja: '証跡にありますが、読み取れない形式です：{problem}',
  },
  pending: {
    en: 'It touches resources of clusters and was not decided yet: it comes by itself, or with the next sweep.',
    zh: '该事件触及集群资源但尚未判定：稍后会自动处理，或由下次巡检处理。',
    ja: 'クラスターのリソースに触れていますが、まだ判定されていません。自動的に、または次のスイープで処理されます。',
  },
  touches: { en: 'What it touches', zh: '触及的资源', ja: '触れるリソース' },
  effect: { en: 'Effect', zh: '影响', ja: '効果' },
  owner: { en: 'Whose', zh: '归属', ja: '所有者' },
  nobody: { en: 'no cluster’s', zh: '不属于任何集群', ja: 'どのクラスターでもない' },
} as const satisfies Record<string, Text>;
