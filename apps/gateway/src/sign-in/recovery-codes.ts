import { randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, which are taken for something else. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_LETTERS = 14;

/** The letters of a recovery code, 70 random bits, without the digit that numbers it (MFA-05). */
export const makeRecoveryLetters = (): string =>
  Array.from({ length: RANDOM_LETTERS }, () => LETTERS[randomInt(32)]).join('');

/** Ten recovery codes, each after the digit that numbers it (MFA-05). */
export const makeRecoveryCodes = (): readonly string[] =>
  Array.from({ length: 10 }, (_, number) => `${number}${makeRecoveryLetters()}`);

/** As people read and write them: `3XK7P-2NQZV-8TR5W`. */
export const spellCode = (code: string): string => code.match(/.{5}/g)!.join('-');
