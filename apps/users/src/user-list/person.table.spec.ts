import { describe, expect, it } from '@jest/globals';
import { ProjectionDatabase } from '#projections';
import { personNamed, putSignIn, signInOf } from './person.table.js';
import type { SignIn } from './user-view.js';
import { userListShape } from './user-list.shape.js';

const earlier = { at: '2026-11-22T08:00:00.000Z', position: 8 };
const later = { at: '2026-11-22T09:00:00.000Z', position: 9 };
/** By a clock that went wrong. */
const last = { at: '2026-11-22T08:30:00.000Z', position: 10 };

const toldOf = (...signIns: readonly SignIn[]) => {
  const { sql } = ProjectionDatabase.open({ file: ':memory:', shape: userListShape });
  for (const lastSignIn of signIns) putSignIn(sql, 'u1', { lastSignIn });
  return signInOf(personNamed(sql, 'u1')).lastSignIn;
};

describe('the last sign-in in the list', () => {
  it('is the last in the log, in whatever order it hears of them: sessions come over several partitions (EVT-08)', () => {
    expect(toldOf(earlier, later)).toEqual(later);
    expect(toldOf(later, earlier)).toEqual(later);
    expect(toldOf(later, last, earlier)).toEqual(last);
    expect(toldOf(last, later)).toEqual(last);
  });
});
