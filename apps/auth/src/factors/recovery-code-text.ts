/** Crockford's base 32 without I, L, O and U; typed ones are read as the digits they look like. */
const shape = /^[0-9][0-9A-HJKMNP-TV-Z]{14}$/;

/**
 * A typed recovery code, `3XK7P-2NQZV-8TR5W`, as it was made: its number in the set, then 70 random bits. Null when it cannot be one.
 * The number tells which hash to compare, so that a guess costs one hash and not ten.
 */
export const recoveryCodeIn = (typed: string): Readonly<{ number: number; text: string }> | null => {
  const text = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return shape.test(text) ? { number: Number(text[0]), text } : null;
};
