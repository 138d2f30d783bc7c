import type { Text } from '../model/text.ts';

/** Steps that many rules share; each rule puts its own before or after them. */
export const putBack: Text = {
  en: 'Put the previous configuration back with the command below.',
  zh: '用下面的命令恢复原来的配置。',
  ja: '下のコマンドで元の設定に戻してください。',
};

export const askSupport: Text = {
  en: 'Ask ACK after-sales support before touching anything else of the cluster.',
  zh: '在改动集群的其他资源之前,先联系 ACK 售后支持。',
  ja: 'クラスターの他のリソースに触れる前に ACK のサポートに連絡してください。',
};

export const replaceNode: Text = {
  en: 'If the node does not become Ready again, drain it, remove it through the node pool and let the pool create a new one.',
  zh: '如果节点无法恢复 Ready,请排空节点,通过节点池移除,再由节点池创建新节点。',
  ja: 'ノードが Ready に戻らない場合は、ドレインしてノードプールから削除し、新しいノードを作成してください。',
};

export const useNodePool: Text = {
  en: 'Make such changes in the settings of the node pool: ACK rolls them out safely and keeps them on new nodes.',
  zh: '此类修改请在节点池配置中进行:ACK 会安全下发,新节点也会保持一致。',
  ja: 'このような変更はノードプールの設定で行ってください。ACK が安全に反映し、新しいノードにも適用されます。',
};
