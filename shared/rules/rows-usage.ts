import { type Row, row } from './row.ts';

/** Usage notes of the manual, and what is not on its page. */
export const ROWS_OF_USAGE: readonly Row[] = [
  row('U01', 'S', {
    en: 'Components are not upgraded to the newest version',
    zh: '组件未升级到最新版本',
    ja: 'コンポーネントが最新版でない',
  }),
  row('U02', 'AS', {
    en: 'Alert contacts or alerting of the cluster are missing or change',
    zh: '集群告警联系人或告警未设置或被修改',
    ja: 'アラート連絡先やアラートが未設定、または変わる',
  }),
  row('U03', 'S', {
    en: 'A risk report on a component is left lying',
    zh: '组件稳定性风险报告未处理',
    ja: 'コンポーネントのリスク報告を放置する',
  }),
  row('U04', 'AKS', {
    en: "A component is configured outside ACK's add-on management",
    zh: '未通过 ACK 组件管理修改组件',
    ja: 'ACK のコンポーネント管理を通さずに設定する',
  }),
  row('U05', 'AS', {
    en: 'What components run on is changed through ECS, VPC or SLB',
    zh: '通过 ECS、VPC 或 SLB 修改组件的运行环境',
    ja: 'コンポーネントの動作環境を ECS・VPC・SLB から変える',
  }),
  row('U06', 'S', {
    en: 'A component with a known bug or vulnerability stays',
    zh: '存在缺陷或漏洞的组件未升级',
    ja: '不具合や脆弱性のあるコンポーネントを使い続ける',
  }),
  row('U07', 'ANS', {
    en: 'Kubernetes is upgraded outside ACK',
    zh: '未通过 ACK 升级 Kubernetes',
    ja: 'ACK を通さずに Kubernetes を更新する',
  }),
  row('U08', 'AS', {
    en: 'A cluster is upgraded without the check before',
    zh: '未做前置检查即升级集群',
    ja: '事前チェックなしでクラスターを更新する',
  }),
  row('U09', '', {
    en: 'An upgrade starts without reading the release notes',
    zh: '未阅读发布说明即升级',
    ja: 'リリースノートを読まずに更新する',
  }),
  row('U10', 'AS', {
    en: 'A cluster is upgraded without plan and backup',
    zh: '无计划和备份即升级集群',
    ja: '計画とバックアップなしで更新する',
  }),
  row('U11', 'S', {
    en: 'The Kubernetes version leaves its support period',
    zh: 'Kubernetes 版本超出支持周期',
    ja: 'Kubernetes のバージョンがサポート期間を過ぎる',
  }),
  row('U12', 'AKN', {
    en: 'Key directories of Kubernetes change on a node',
    zh: '节点上的 Kubernetes 关键目录被修改',
    ja: 'ノード上の Kubernetes の重要ディレクトリを変える',
  }),
  row('U13', 'KS', {
    en: 'Annotations reserved for core components are used',
    zh: '使用了为核心组件保留的注解',
    ja: 'コアコンポーネント用の予約注釈を使う',
  }),
  row('U14', 'AKS', {
    en: 'Objects that managed components need are deleted',
    zh: '托管组件依赖的对象被删除',
    ja: 'マネージドコンポーネントが要るオブジェクトを削除する',
  }),
  row('U15', 'S', {
    en: 'The network to a registered cluster is unstable',
    zh: '注册集群的网络不稳定',
    ja: '登録クラスターとの接続が不安定',
  }),
  row('U16', 'K', {
    en: 'Labels and annotations are set through a registered cluster',
    zh: '通过注册集群设置节点标签和注解',
    ja: '登録クラスター経由でラベルや注釈を設定する',
  }),
  row('U17', 'S', {
    en: 'A catalogue application brings its own defects',
    zh: '应用目录中的开源应用自带缺陷',
    ja: 'カタログのアプリに固有の不具合がある',
  }),
  row('E01', 'AKS', {
    en: 'The virtual node component is uninstalled',
    zh: '虚拟节点组件被卸载',
    ja: '仮想ノードコンポーネントをアンインストールする',
  }),
  row('E02', 'AS', {
    en: 'The recording of events is switched off',
    zh: '事件记录被关闭',
    ja: 'イベントの記録を止める',
  }),
  row('E03', 'AS', {
    en: 'ackwatch itself is changed or switched off',
    zh: 'ackwatch 自身被修改或关闭',
    ja: 'ackwatch 自体を変更または停止する',
  }),
];
