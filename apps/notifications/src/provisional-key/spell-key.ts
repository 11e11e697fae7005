/** Crockford's base 32: no I, L, O or U, so that a key read aloud or copied by hand stays itself. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS_PER_CHARACTER = 5;

/** Ten random bytes (80 bits, KEY-12 as the product amends it) spelled `XXXX-XXXX-XXXX-XXXX`. */
export const spellKey = (bytes: Uint8Array): string => {
  if (bytes.length !== 10) throw new RangeError('a provisional key is made of ten bytes');
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const characters = Array.from({ length: bits.length / BITS_PER_CHARACTER }, (_, index) => {
    const start = index * BITS_PER_CHARACTER;
    return ALPHABET.charAt(Number.parseInt(bits.slice(start, start + BITS_PER_CHARACTER), 2));
  });
  return [0, 4, 8, 12].map((start) => characters.slice(start, start + 4).join('')).join('-');
};
