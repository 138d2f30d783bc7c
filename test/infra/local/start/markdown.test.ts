import { describe, expect, it } from 'vitest';
import { showMarkdown } from '../../../../infra/local/start/markdown.ts';
import { styleFor } from '../../../../infra/local/start/style.ts';
import { toDingTalk } from '../../../../shared/notify/dingtalk/message.ts';
import { aFinding } from '../../../support/finding.ts';

const PLAIN = styleFor({ isTTY: false });
const TERMINAL = styleFor({ isTTY: true, columns: 44 }, {});

describe('a message in the terminal', () => {
  it('shows what DingTalk would show, without the marks', () => {
    const text = [
      '### [ackwatch] HIGH: Node released',
      '> refused',
      '**Cluster** prod\\-1 (c\\_1)',
      '- one &lt;b>\n- two\n1. first',
      '    aliyun ecs StartInstance --InstanceId i-1',
      '[Open](http://127.0.0.1/f)',
    ].join('\n\n');

    expect(showMarkdown(text, PLAIN).join('\n')).toBe(
      [
        '[ackwatch] HIGH: Node released\n',
        '▌ refused',
        'Cluster prod-1 (c_1)',
        '• one <b>\n• two\n1. first',
        '    aliyun ecs StartInstance --InstanceId i-1',
        'Open http://127.0.0.1/f',
      ].join('\n'),
    );
  });

  it('sets headings and labels in bold on a terminal, and wraps all but commands', () => {
    const command = `    aliyun slb SetListenerAccessControlStatus ${'--AclId acl-1 '.repeat(4)}`;

    const lines = showMarkdown(
      `### Head\n**Impact** ${'word '.repeat(12)}\n- ${'变更'.repeat(20)}\n${command}`,
      TERMINAL,
    );

    expect(lines).toEqual([
      '\u001B[1mHead\u001B[22m',
      '\u001B[1mImpact\u001B[22m word word word word word word',
      'word word word word word word',
      `• ${'变更'.repeat(9)}`,
      `  ${'变更'.repeat(9)}变`,
      `  更变更`,
      command,
    ]);
  });

  it('has no colours where NO_COLOR asks for none', () => {
    const style = styleFor({ isTTY: true, columns: 80 }, { NO_COLOR: '1' });

    expect(showMarkdown('### **Head**', style)).toEqual(['Head']);
  });

  it('lets no foreign name move the cursor or turn text around', () => {
    expect(showMarkdown('a\u001B[2Jb\u202Ec\rd', PLAIN)).toEqual(['a[2Jbcd']);
  });

  it.each(['en', 'zh', 'ja'] as const)('leaves no mark of a real message (%s)', (language) => {
    const rule = {
      title: { en: 'Node released', zh: '节点被释放', ja: 'ノードの解放' },
      impact: { en: 'Gone.', zh: '没了。', ja: 'なくなりました。' },
      recovery: [],
    };
    const view = { language, timeZone: 'UTC', keyword: 'ackwatch', reviewUrl: undefined };
    const message = toDingTalk({ kind: 'alert', others: [], finding: aFinding({}), rule, mayBeRepeat: false }, view);

    const lines = showMarkdown(message.markdown.text, PLAIN);

    expect(lines.join('\n')).toContain(rule.title[language]);
    expect(lines.filter((line) => /\*\*|\\[-_*]|^#/u.test(line))).toEqual([]);
  });
});
