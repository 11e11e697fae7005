import { Secret, TOTP } from 'otpauth';

/** 160 random bits in base32 (MFA-04). */
export const makeTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** In groups of four, for those who type it. */
export const spellSecret = (secret: string): string => secret.match(/.{1,4}/g)!.join(' ');

/** The address that an app reads from the picture, or opens on the same phone. */
export const totpAddress = (secret: string, identifier: string): string =>
  new TOTP({
    issuer: 'Trousseau',
    label: identifier,
    secret,
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
  }).toString();
