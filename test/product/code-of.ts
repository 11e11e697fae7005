import { Secret, TOTP } from 'otpauth';

/** The code an app with this secret shows at an instant. */
export const codeOf = (secret: string, at: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({
    timestamp: Date.parse(at),
  });
