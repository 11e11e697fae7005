import type { Answer } from './mailer.js';

type SmtpError = Readonly<{ code?: unknown; responseCode?: unknown }>;

/** Stages in which the server judges this very mail: sender and recipient, then content. */
const aboutTheMail = new Set(['EENVELOPE', 'EMESSAGE']);
const distrust = new Set(['EAUTH', 'ENOAUTH', 'ETLS', 'EREQUIRETLS']);
/** "Authentication required" and its kin: said to a sender or recipient, meant for us (RFC 4954). */
const distrustCodes = new Set([530, 534, 535, 538]);
const silence = new Set(['ETIMEDOUT', 'EABORT']);

/**
 * What an SMTP failure means. Only the codes are read: the server's words may hold the address (EML-08). A 5xx is final
 * where it is about this mail; about our own credentials or TLS it is an operator's mistake that must not cost anybody a mail.
 */
export const smtpAnswer = ({ code, responseCode }: SmtpError): Answer => {
  if (distrust.has(String(code)) || distrustCodes.has(Number(responseCode))) {
    return { kind: 'deferred', reason: 'server-distrusted' };
  }
  if (aboutTheMail.has(String(code))) {
    const isPassing = typeof responseCode === 'number' && responseCode < 500;
    return isPassing ? { kind: 'deferred', reason: 'server-deferred' } : { kind: 'refused' };
  }
  if (silence.has(String(code))) return { kind: 'deferred', reason: 'server-silent' };
  return { kind: 'deferred', reason: 'server-unreachable' };
};
