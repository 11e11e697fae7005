import { describe, expect, it } from '@jest/globals';
import { smtpServerOptions } from './smtp-server-options.js';

describe('smtpServerOptions', () => {
  it('requires TLS to any other machine (EML-01)', () => {
    expect(smtpServerOptions('smtp://mail.example')).toEqual({
      host: 'mail.example',
      port: 587,
      secure: false,
      requireTLS: true,
    });
    expect(smtpServerOptions('smtp://localhost.evil.example:25').requireTLS).toBe(true);
    expect(smtpServerOptions('smtp://127.0.0.1.evil.example:25').requireTLS).toBe(true);
    expect(smtpServerOptions('smtps://mail.example')).toMatchObject({ port: 465, secure: true });
  });

  it.each(['smtp://localhost:2525', 'smtp://127.0.0.1:2525', 'smtp://[::1]:2525'])(
    'does without on this very machine: %s',
    (url) => expect(smtpServerOptions(url).requireTLS).toBe(false),
  );

  it('reads the name and the secret of an account', () => {
    expect(smtpServerOptions('smtp://a%40b:s%3Acret@mail.example:587').auth).toEqual({
      user: 'a@b',
      pass: 's:cret',
    });
  });

  it('lets no query parameter switch a check off (EML-01)', () => {
    const url = 'smtp://mail.example:587?tls.rejectUnauthorized=false&ignoreTLS=true&requireTLS=false';
    expect(smtpServerOptions(url)).toEqual(smtpServerOptions('smtp://mail.example:587'));
  });
});
