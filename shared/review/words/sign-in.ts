import type { Text } from '../../model/text.ts';

export const SIGN_IN = {
  title: { en: 'Sign in', zh: '登录', ja: 'サインイン' },
  lead: {
    en: 'The page shows who changed what in your account: it is for people you trust with that.',
    zh: '此页面显示账号内的变更及操作者，仅供授权人员查看。',
    ja: 'このページにはアカウント内の変更と実行者が表示されます。許可された方のみご利用ください。',
  },
  through: { en: 'Sign in through {name}', zh: '通过 {name} 登录', ja: '{name} でサインイン' },
  token: { en: 'Personal token', zh: '个人令牌', ja: '個人トークン' },
  tokenHint: {
    en: 'Whoever runs ackwatch issues one: ackwatch review-token --name you@example.com',
    zh: '由 ackwatch 管理员签发：ackwatch review-token --name you@example.com',
    ja: 'ackwatch の管理者が発行します：ackwatch review-token --name you@example.com',
  },
  submit: { en: 'Sign in', zh: '登录', ja: 'サインイン' },
  wrong: {
    en: 'This token is not valid: mistyped, expired or revoked.',
    zh: '令牌无效：输入有误、已过期或已吊销。',
    ja: 'トークンが無効です。入力の誤り、期限切れ、または失効しています。',
  },
  tooMany: {
    en: 'Too many attempts from your address. Wait a quarter of an hour.',
    zh: '您的地址尝试次数过多，请十五分钟后再试。',
    ja: '同じアドレスからの試行が多すぎます。15 分後にお試しください。',
  },
  refused: {
    en: 'You are known there, but not on the list of those who may review ({name}).',
    zh: '身份已确认，但不在允许审核的名单中（{name}）。',
    ja: '認証されましたが、レビューを許可された一覧にありません（{name}）。',
  },
  failed: {
    en: 'Signing in did not work. Try again; the log says why.',
    zh: '登录失败，请重试；日志中有原因。',
    ja: 'サインインできませんでした。もう一度お試しください。原因はログにあります。',
  },
} as const satisfies Record<string, Text>;
