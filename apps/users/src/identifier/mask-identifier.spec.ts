import { describe, expect, it } from '@jest/globals';
import { maskIdentifier } from './mask-identifier.js';

describe('a masked identifier (EML-04)', () => {
  it.each([
    ['marie', 'm…e'],
    ['sophie', 'so…ie'],
    ['marie.dupont', 'ma…nt'],
    ['luca', 'l…a'],
    ['zoé', 'z…'],
  ])('%s is shown as %s', (identifier, shown) => {
    expect(maskIdentifier(identifier)).toBe(shown);
  });
});
