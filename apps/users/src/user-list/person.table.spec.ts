import { describe, expect, it } from '@jest/globals';
import { ProjectionDatabase } from '#projections';
import { personNamed, putSignIn, signInOf } from './person.table.js';
import { userListShape } from './user-list.shape.js';

const [earlier, later] = ['2026-11-22T08:00:00.000Z', '2026-11-22T09:00:00.000Z'];

const toldOf = (...moments: readonly string[]) => {
  const { sql } = ProjectionDatabase.open({ file: ':memory:', shape: userListShape });
  for (const lastSignInAt of moments) putSignIn(sql, 'u1', { lastSignInAt });
  return signInOf(personNamed(sql, 'u1')).lastSignInAt;
};

describe('the last sign-in in the list', () => {
  it('is the latest in whatever order it hears of them: sessions come over several partitions (EVT-08)', () => {
    expect(toldOf(earlier, later)).toBe(later);
    expect(toldOf(later, earlier)).toBe(later);
  });
});
