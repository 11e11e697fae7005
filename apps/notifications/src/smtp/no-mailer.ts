import { type Answer, Mailer } from './mailer.js';

/** Where no mail server is set: mails wait, in case one is by the next start. */
export class NoMailer extends Mailer {
  async send(): Promise<Answer> {
    return { kind: 'deferred', reason: 'server-unreachable' };
  }

  async close(): Promise<void> {}
}
