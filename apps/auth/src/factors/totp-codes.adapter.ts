import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { Clock } from '#platform';

/** 160 bits in base32 (RFC 4226, 4, R6). */
const SECRET = /^[A-Z2-7]{32}$/;
const CODE = /^\d{6}$/;

/** One step is 30 seconds; one before and one after are accepted, for clocks that differ (RFC 6238, 5.2; C5). */
const PERIOD = 30;
const WINDOW = 1;

/** Codes of apps: SHA-1, six digits, 30 seconds, which is what every app can do (RFC 6238; MFA-04). */
@Injectable()
export class TotpCodes {
  constructor(private readonly clock: Clock) {}

  isSecret(text: string): boolean {
    return SECRET.test(text);
  }

  /** The typed text as a code: six digits, spaces between them allowed; null when it cannot be one. */
  read(typed: string): string | null {
    const text = typed.replaceAll(/\s/g, '');
    return CODE.test(text) ? text : null;
  }

  /** The step whose code this is, or null. Compared in constant time by otpauth (KEY-14). */
  stepOf(secret: string, code: string): number | null {
    const totp = new TOTP({
      secret: Secret.fromBase32(secret),
      algorithm: 'SHA1',
      digits: 6,
      period: PERIOD,
    });
    const timestamp = Date.parse(this.clock.now());
    const delta = totp.validate({ token: code, timestamp, window: WINDOW });
    return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD) + delta;
  }
}
