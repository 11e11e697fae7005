import { z } from 'zod';
import { query } from '../request.js';
import { instant } from '../vocabulary.js';

const envelope = z.object({ mailId: z.string(), to: z.string(), subject: z.string(), at: instant });

/** The mails of the demo mailbox, newest first. Only in demo mode without `SMTP_URL`. */
export const ListDemoMails = query('notifications.list-demo-mails', {
  payload: {},
  done: { mails: z.array(envelope) },
  refused: ['no-demo-mailbox'],
});

export const GetDemoMail = query('notifications.get-demo-mail', {
  payload: { mailId: z.string() },
  done: { mail: envelope.extend({ text: z.string(), html: z.string() }) },
  refused: ['no-demo-mailbox', 'unknown-mail'],
});
