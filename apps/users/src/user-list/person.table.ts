import type { Draft, Sql, Writes } from '#projections';
import type { SchoolMember } from '../user/school-member.js';
import type { User } from '../user/user.js';
import { plainText, sortKey } from './plain-text.js';
import { noSignIn, stateOf, type SignInFacts } from './user-view.js';

export type PersonRow = Readonly<{
  user_id: string;
  folded: string | null;
  has_key: number;
  failed_too_often: number;
  has_factor: number;
  last_sign_in_at: string;
}>;

/** Managers first, as in the portal's own order of roles. */
const roleKeys = { manager: '1', office: '2', instructor: '3' } as const;

export const personNamed = (sql: Sql, userId: string): PersonRow | undefined =>
  sql
    .prepare(
      'SELECT user_id, folded, has_key, failed_too_often, has_factor, last_sign_in_at FROM person WHERE user_id = ?',
    )
    .get(userId) as PersonRow | undefined;

const NAMED = `
  SELECT user_id, folded, has_key, failed_too_often, has_factor, last_sign_in_at FROM person
  WHERE user_id IN (SELECT value FROM json_each(?))`;

/** Those of these people that a draft knows already. */
export const peopleNamed = async (
  draft: Draft,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, PersonRow>> => {
  const rows = (await draft.rows(NAMED, JSON.stringify(userIds))) as readonly PersonRow[];
  return new Map(rows.map((row) => [row.user_id, row]));
};

export const foldedIn = (row: PersonRow | undefined): User =>
  row?.folded ? (JSON.parse(row.folded) as User) : { status: 'unknown' };

export const signInOf = (row: PersonRow | undefined): SignInFacts =>
  row === undefined
    ? noSignIn
    : {
        hasKey: row.has_key === 1,
        failedTooOften: row.failed_too_often === 1,
        hasFactor: row.has_factor === 1,
        lastSignInAt: row.last_sign_in_at || null,
      };

/** What users know of a person, as columns. */
const columnsOf = (person: SchoolMember, facts: SignInFacts) => {
  const { identifier, name, role, addresses, active, schoolId } = person;
  const words = [name, identifier, addresses.first, addresses.second].filter((word) => word !== null);
  return {
    school_id: schoolId,
    folded: JSON.stringify(person),
    search: plainText(words.join('\n')),
    name_key: sortKey(name ?? ''),
    identifier_key: sortKey(identifier ?? ''),
    role_key: roleKeys[role],
    email_key: sortKey(addresses.first ?? ''),
    state: stateOf(active, facts),
  };
};

/** What auth has told, as columns. */
const columnsOfFacts = (facts: SignInFacts) => ({
  has_key: facts.hasKey ? 1 : 0,
  failed_too_often: facts.failedTooOften ? 1 : 0,
  has_factor: facts.hasFactor ? 1 : 0,
  last_sign_in_at: facts.lastSignInAt ?? '',
});

/** Writes what users know of this person; what auth has told stays. */
export const putPerson = (sql: Sql, userId: string, person: SchoolMember): void =>
  put(sql, userId, columnsOf(person, signInOf(personNamed(sql, userId))));

/** Writes all there is of this person at once. */
export const putWhole = (sql: Writes, userId: string, person: SchoolMember, facts: SignInFacts): void =>
  put(sql, userId, { ...columnsOf(person, facts), ...columnsOfFacts(facts) });

/** Writes what auth has told of this person's key. Of sign-ins it may hear in any order: the latest stays. */
export const putSignIn = (sql: Sql, userId: string, told: Partial<SignInFacts>): void =>
  putTold(sql, userId, personNamed(sql, userId), told);

/** The same over the row as it is. */
export const putTold = (
  sql: Writes,
  userId: string,
  row: PersonRow | undefined,
  told: Partial<SignInFacts>,
): void => {
  const known = signInOf(row);
  const facts = { ...known, ...told };
  const folded = foldedIn(row);
  put(sql, userId, {
    ...columnsOfFacts(facts),
    last_sign_in_at: latest(known.lastSignInAt, facts.lastSignInAt),
    state: folded.status === 'registered' ? stateOf(folded.active, facts) : '',
  });
};

const latest = (one: string | null, other: string | null): string =>
  [one ?? '', other ?? ''].sort().at(-1) ?? '';

/** Empties the row of an erased user; nothing of them stays in the file. */
export const removePerson = (sql: Writes, userId: string): void => {
  sql.prepare('DELETE FROM person WHERE user_id = ?').run(userId);
};

const put = (sql: Writes, userId: string, columns: Readonly<Record<string, string | number>>): void => {
  sql.prepare(putting(Object.keys(columns))).run(userId, ...Object.values(columns));
};

/** What writes columns, by their names. Made once: a list that is filled anew writes them a million times. */
const statements = new Map<string, string>();

const putting = (names: readonly string[]): string => {
  const columns = names.join();
  const known = statements.get(columns);
  if (known !== undefined) return known;
  const made = `INSERT INTO person (user_id, ${columns}) VALUES (?, ${names.map(() => '?').join()})
    ON CONFLICT (user_id) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join()}`;
  statements.set(columns, made);
  return made;
};
