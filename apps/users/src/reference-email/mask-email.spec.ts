import { describe, expect, it } from '@jest/globals';
import { maskEmail } from './mask-email.js';

describe('a masked address (EML-08)', () => {
  it.each([
    ['nouvelle@exemple.fr', 'no…@exemple.fr'],
    ['luc@exemple.fr', 'l…@exemple.fr'],
    ['a@exemple.fr', 'a…@exemple.fr'],
  ])('%s is shown as %s', (email, shown) => {
    expect(maskEmail(email)).toBe(shown);
  });
});
