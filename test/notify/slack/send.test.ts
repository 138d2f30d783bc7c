import { describe, expect, it, onTestFinished } from 'vitest';
import { startSlack } from '../../../infra/local/webhooks/slack.ts';
import { toSlack } from '../../../shared/notify/slack/message.ts';
import { sendToSlack } from '../../../shared/notify/slack/send.ts';
import { aTold } from '../../support/finding.ts';

describe('Slack', () => {
  it('is left alone for as long as it says', async () => {
    const slack = await startSlack();
    onTestFinished(slack.stop);
    slack.answerNext({ status: 429, body: 'rate_limited', headers: { 'retry-after': '7' } });
    const message = toSlack(aTold(), { language: 'en', timeZone: 'UTC', reviewUrl: undefined });

    await expect(sendToSlack(slack, message)).rejects.toMatchObject({ kind: 'throttled', restMs: 7_000 });
  });
});
