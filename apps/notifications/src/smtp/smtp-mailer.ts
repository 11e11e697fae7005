import nodemailer from 'nodemailer';
import { isOneAddress } from './one-address.js';
import { type Answer, Mailer, type Post } from './mailer.js';
import { smtpAnswer } from './smtp-answer.js';
import { smtpServerOptions } from './smtp-server-options.js';

const SECOND = 1000;

/** Shorter than an attempt's reservation (`ATTEMPT_SECONDS`), so that no second worker sends beside a slow first one. */
const DEADLINE = 60 * SECOND;

const poolOptions = {
  pool: true,
  maxConnections: 5,
  // A connection is closed by us before servers tire of it: a mail never finds a dead one.
  idleTimeout: 30 * SECOND,
  connectionTimeout: 15 * SECOND,
  greetingTimeout: 15 * SECOND,
  socketTimeout: 30 * SECOND,
  maxRequeues: 1,
  disableFileAccess: true,
  disableUrlAccess: true,
  logger: false,
  tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
} as const;

/** Mails over SMTP through a small pool of connections kept open, so that a mail asked for now leaves now. */
export class SmtpMailer extends Mailer {
  private readonly transport;
  private readonly domain: string;

  constructor(
    smtpUrl: string,
    private readonly from: string,
  ) {
    super();
    this.transport = nodemailer.createTransport({ ...poolOptions, ...smtpServerOptions(smtpUrl) });
    this.domain = /@([^\s@>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  }

  async send({ to, letter, messageId }: Post): Promise<Answer> {
    if (!isOneAddress(to)) return { kind: 'refused' };
    try {
      await this.transport.sendMail({
        from: this.from,
        // An object, never text to be parsed: nothing in an address becomes a second one or a header (TST-15).
        to: { name: '', address: to },
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
        messageId: `<${messageId}@${this.domain}>`,
        headers: {
          // RFC 3834; no out-of-office answers (EML-07). The second is what Exchange reads.
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          'Content-Language': letter.locale,
        },
        signal: AbortSignal.timeout(DEADLINE),
      });
      return { kind: 'accepted' };
    } catch (error) {
      return smtpAnswer(error as object);
    }
  }

  async close(): Promise<void> {
    this.transport.close({ force: true });
  }
}
