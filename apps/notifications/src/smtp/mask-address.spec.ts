import { describe, expect, it } from '@jest/globals';
import { maskAddress } from './mask-address.js';

describe('maskAddress (EML-08)', () => {
  it.each([
    ['marie.durand@exemple.fr', 'm…d@e…e.fr'],
    ['marie@mail.exemple.co.uk', 'm…e@m…o.uk'],
    ['a@b.fr', '…@….fr'],
    ['not an address', '…'],
    ['', '…'],
  ])('shows %s as %s', (address, shown) => expect(maskAddress(address)).toBe(shown));
});
