import { describe, expect, it } from '@jest/globals';
import { sameAddress } from './comparable-email.js';

describe('two addresses', () => {
  it('are the same whatever the case they are typed in (EML-06)', () => {
    expect(sameAddress('Marie@exemple.fr', 'marie@exemple.fr')).toBe(true);
    expect(sameAddress('marie@exemple.fr', 'marie.d@exemple.fr')).toBe(false);
  });

  it('are not when one is absent', () => {
    expect(sameAddress('marie@exemple.fr', null)).toBe(false);
  });
});
