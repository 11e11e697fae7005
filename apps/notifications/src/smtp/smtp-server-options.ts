/** How to reach the mail server. */
export type SmtpServerOptions = Readonly<{
  host: string;
  port: number;
  secure: boolean;
  requireTLS: boolean;
  auth?: Readonly<{ user: string; pass: string }>;
}>;

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/**
 * Reads `smtp://user:secret@host:port` or `smtps://…`. Query parameters are not read, so that none can switch the
 * certificate check off. TLS is required but to this very machine, and there is no fallback (EML-01).
 */
export const smtpServerOptions = (smtpUrl: string): SmtpServerOptions => {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const auth = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && !isLoopback(host),
    ...(url.username === '' ? {} : { auth }),
  };
};
