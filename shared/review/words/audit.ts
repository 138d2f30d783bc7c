import type { AuditKind } from '../../model/audit.ts';
import type { Text } from '../../model/text.ts';

export const AUDIT_WORDS: Readonly<Record<AuditKind, Text>> = {
  decision: { en: 'decided', zh: '判定', ja: '判定' },
  delivery: { en: 'message', zh: '消息', ja: '通知' },
  end: { en: 'ended', zh: '结束', ja: '終了' },
  review: { en: 'reviewed', zh: '审核', ja: 'レビュー' },
  exception: { en: 'exception', zh: '例外', ja: '例外' },
};
