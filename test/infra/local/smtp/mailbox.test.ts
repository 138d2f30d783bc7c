import { createTransport } from 'nodemailer';
import { afterEach, describe, expect, it } from 'vitest';
import { startMailbox } from '../../../../infra/local/smtp/mailbox.ts';

const MAIL = {
  from: 'watch@example.com',
  to: 'a@example.com, b@example.com',
  subject: '节点 released',
  text: 'Müller',
};
const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function aMailbox() {
  const mailbox = await startMailbox();
  cleanups.push(mailbox.stop);
  return mailbox;
}

describe('the mailbox', () => {
  it('keeps what a mail client sends', async () => {
    const mailbox = await aMailbox();

    await createTransport(mailbox.url).sendMail({ ...MAIL, html: '<p>Müller</p>', headers: { 'X-Finding': 'f-1' } });

    expect(mailbox.messages).toMatchObject([
      {
        from: 'watch@example.com',
        to: ['a@example.com', 'b@example.com'],
        subject: '节点 released',
        html: '<p>Müller</p>',
      },
    ]);
    expect(mailbox.messages[0]?.text.trim()).toBe('Müller');
    expect(mailbox.messages[0]?.headers.get('x-finding')).toBe('f-1');
  });

  it('refuses a false password', async () => {
    const mailbox = await aMailbox();
    const url = mailbox.url.replace('local@', 'false@');

    await expect(createTransport(url).sendMail(MAIL)).rejects.toMatchObject({ responseCode: 535 });
  });

  it('refuses mail without a password', async () => {
    const mailbox = await aMailbox();
    const url = mailbox.url.replace(/\/\/.*@/u, '//');

    await expect(createTransport(url).sendMail(MAIL)).rejects.toMatchObject({ responseCode: 530 });
  });

  it.each([451, 550] as const)('refuses on demand (%s), once', async (code) => {
    const mailbox = await aMailbox();
    mailbox.refuse(code);

    await expect(createTransport(mailbox.url).sendMail(MAIL)).rejects.toMatchObject({ responseCode: code });
    await createTransport(mailbox.url).sendMail(MAIL);

    expect(mailbox.messages).toHaveLength(1);
  });
});
