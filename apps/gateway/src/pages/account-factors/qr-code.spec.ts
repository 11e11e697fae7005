import { describe, expect, it } from '@jest/globals';
import { encode } from 'uqr';
import { qrCode } from './qr-code.js';

/** The dark modules of a path, as a browser fills them. */
const drawn = ({ size, path }: ReturnType<typeof qrCode>): boolean[][] => {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let i = 0; i < Number(length); i += 1) rows[Number(y)]![Number(x) + i] = true;
  return rows;
};

describe('a QR code', () => {
  it.each(['a', 'otpauth://totp/Trousseau:yann.legoff?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'])(
    'is drawn module by module as it was encoded: %s',
    (text) => {
      const picture = qrCode(text);
      expect(drawn(picture)).toEqual(encode(text, { ecc: 'M', border: 4 }).data);
      expect(picture.path.replaceAll(/M\d+ \d+h\d+v1h-\d+z/g, '')).toBe('');
    },
  );
});
