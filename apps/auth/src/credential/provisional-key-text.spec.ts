import { describe, expect, it } from '@jest/globals';
import { provisionalKeyIn } from './provisional-key-text.js';

describe('a provisional key in what was typed', () => {
  it.each([
    'K7PW-2NQZ-8VTR-0X1H',
    'k7pw-2nqz-8vtr-0x1h',
    '  K7PW 2NQZ 8VTR 0X1H\n',
    'K7PW2NQZ8VTROXIH',
    'k7pw–2nqz—8vtr‑oxlh',
  ])('is found in %j (KEY-12)', (typed) => {
    expect(provisionalKeyIn(typed)).toBe('K7PW2NQZ8VTR0X1H');
  });

  it.each([
    '',
    'K7PW-2NQZ-8VTR',
    'K7PW-2NQZ-8VTR-0X1H-2',
    'K7PW-2NQZ-8VTR-0X1U',
    'trois girafes ici',
    'é'.repeat(16),
  ])('is not found in %j', (typed) => {
    expect(provisionalKeyIn(typed)).toBeNull();
  });
});
