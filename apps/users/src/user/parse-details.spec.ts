import { domainToASCII } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parseDetails } from './parse-details.js';

const typed = { identifier: ' Marie.Dupont ', name: ' Marie  Dupont ', email: ' Marie@EXEMPLE.fr ' };

describe("a person's details", () => {
  it('are stored in one form', () => {
    expect(parseDetails(typed, domainToASCII)).toEqual({
      identifier: 'marie.dupont',
      name: 'Marie Dupont',
      email: 'Marie@exemple.fr',
    });
  });

  it.each([
    ['name', 'name-not-valid'],
    ['identifier', 'identifier-not-valid'],
    ['email', 'email-not-valid'],
  ])('are refused for their %s', (field, reason) => {
    expect(parseDetails({ ...typed, [field]: '\n' }, domainToASCII)).toBe(reason);
  });
});
