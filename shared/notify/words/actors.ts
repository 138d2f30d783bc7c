import type { Text } from '../../model/text.ts';

/** ActionTrail's `userIdentity.type` in words. The set is open: a type that is not here is told as it came. */
export const ACTOR_WORDS: Readonly<Record<string, Text>> = {
  'root-account': { en: 'Alibaba Cloud account (root)', zh: '阿里云主账号', ja: 'Alibaba Cloud アカウント（ルート）' },
  'alibaba-cloud-account': {
    en: 'Alibaba Cloud account (root)',
    zh: '阿里云主账号',
    ja: 'Alibaba Cloud アカウント（ルート）',
  },
  'ram-user': { en: 'RAM user', zh: 'RAM 用户', ja: 'RAM ユーザー' },
  'assumed-role': { en: 'RAM role', zh: 'RAM 角色', ja: 'RAM ロール' },
  'cloudsso-user': { en: 'CloudSSO user', zh: '云 SSO 用户', ja: 'CloudSSO ユーザー' },
  'saml-user': { en: 'SAML user', zh: 'SAML 用户', ja: 'SAML ユーザー' },
  system: { en: 'Alibaba Cloud service', zh: '阿里云服务', ja: 'Alibaba Cloud のサービス' },
};
