import { describe, expect, it, onTestFinished } from 'vitest';
import { startProgram } from '../../../infra/local/webhooks/program.ts';
import { toWebhook } from '../../../shared/notify/webhook/message.ts';
import { sendToWebhook } from '../../../shared/notify/webhook/send.ts';
import { aDigest, aTold } from '../../support/finding.ts';

const VIEW = { language: 'en', timeZone: 'UTC', reviewUrl: undefined } as const;

describe('a signed webhook', () => {
  it.each([
    ['as it stands', 'a secret', Buffer.from('a secret')],
    ['as base64 where it says so', 'whsec_c2VjcmV0IGtleQ==', Buffer.from('secret key')],
  ])('is signed with its secret, taken %s', async (_, secret, key) => {
    const program = await startProgram(key);
    onTestFinished(program.stop);

    await sendToWebhook({ url: program.url, secret }, toWebhook(aTold(), VIEW), new Date());

    expect(program.messages[0]).toMatchObject([{ type: 'ackwatch.finding.alert', data: { class_uid: 2004 } }]);
  });

  it('is a batch where there are several findings', async () => {
    const program = await startProgram('s');
    onTestFinished(program.stop);

    await sendToWebhook({ url: program.url, secret: 's' }, toWebhook(aDigest(), VIEW), new Date());

    expect(program.messages[0]).toHaveLength(4);
  });

  it.each([
    ['with another secret', 'other', new Date()],
    ['long ago', 's', new Date(Date.now() - 600_000)],
  ])('is refused when it was signed %s', async (_, secret, at) => {
    const program = await startProgram('s');
    onTestFinished(program.stop);

    const sent = sendToWebhook({ url: program.url, secret }, toWebhook(aTold(), VIEW), at);

    await expect(sent).rejects.toMatchObject({ kind: 'configuration', message: 'The webhook answered HTTP 401' });
  });
});
