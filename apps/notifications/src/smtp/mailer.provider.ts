import type { Provider } from '@nestjs/common';
import { Clock, PLATFORM, type Platform } from '#platform';
import { DemoMailbox } from '../demo-mailbox/demo-mailbox.js';
import { Mailer } from './mailer.js';
import { NoMailer } from './no-mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

const mailerFor = ({ settings, log, readModel, background }: Platform, clock: Clock): Mailer => {
  if (settings.smtpUrl !== undefined) return new SmtpMailer(settings.smtpUrl, settings.mailFrom);
  if (settings.demo && background) return DemoMailbox.open(readModel('demo-mailbox'), clock);
  if (background) log.warn('neither SMTP_URL nor demo mode is set: mails wait and then are given up');
  return new NoMailer();
};

/** The mail server of the settings, or the demo mailbox in its place. */
export const mailerProvider: Provider = {
  provide: Mailer,
  inject: [PLATFORM, Clock],
  useFactory: mailerFor,
};
