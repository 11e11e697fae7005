import type { Factors } from './factors.js';

/** How many factors are in force; recovery codes stand in for one and are none. */
export const howMany = ({ totp, passkeys }: Factors): number => passkeys.length + (totp === null ? 0 : 1);

/** How many recovery codes are left; null where none were issued. */
export const codesLeft = ({ codes }: Factors): number | null =>
  codes === null ? null : (codes.hashes?.length ?? 0) - codes.used.length;
