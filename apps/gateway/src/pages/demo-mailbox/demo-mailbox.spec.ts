import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServices } from '#platform/testing';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { standInMailbox } from '../testing/stand-in-mailbox.js';
import { Visitor } from '../testing/visitor.js';

describe('/dev/courriels', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await startGateway();
    await startServices(gateway.platform, [standInMailbox]);
  });
  afterAll(() => gateway.stop());

  it('lists the mails and leads to each', async () => {
    const { status, text } = await new Visitor(gateway).open('/dev/courriels');
    expect(status).toBe(200);
    expect(text).toContain('href="/dev/courriels/mail-1"');
  });

  it('shows a mail in a frame that runs no script, and its text beside it', async () => {
    const { text, headers } = await new Visitor(gateway).open('/dev/courriels/mail-1');
    expect(text).toContain('sandbox="allow-top-navigation-by-user-activation"');
    expect(text).toContain('Q7KD-2M9X-PR4T-8VHN\n');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).toContain("style-src 'self' 'unsafe-inline'");
  });

  it('is a 404 for a mail that is not there', async () => {
    expect((await new Visitor(gateway).open('/dev/courriels/mail-9')).status).toBe(404);
  });
});
