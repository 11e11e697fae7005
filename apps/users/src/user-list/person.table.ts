import type { Draft, Sql, Value, Writes } from '#projections';
import type { SchoolMember } from '../user/school-member.js';
import type { User } from '../user/user.js';
import { bounded, plainText } from './plain-text.js';
import { heard } from './project-sign-in.js';
import { noSignIn, stateOf, type SignInFacts } from './user-view.js';

export type PersonRow = Readonly<{
  user_id: string;
  folded: string | null;
  has_key: number;
  failed_too_often: number;
  has_factor: number;
  last_sign_in_at: string;
  last_sign_in_position: number;
}>;

/** Those of a `PersonRow`. */
export const personColumns =
  'user_id, folded, has_key, failed_too_often, has_factor, last_sign_in_at, last_sign_in_position';

/** Managers first, as in the portal's own order of roles. */
const roleKeys = { manager: '1', office: '2', instructor: '3' } as const;

export const personNamed = (sql: Sql, userId: string): PersonRow | undefined =>
  sql.prepare(`SELECT ${personColumns} FROM person WHERE user_id = ?`).get(userId) as PersonRow | undefined;

const NAMED = `
  SELECT ${personColumns} FROM person
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
        lastSignIn: row.last_sign_in_at
          ? { at: row.last_sign_in_at, position: row.last_sign_in_position }
          : null,
      };

/** What users know of a person. */
const ofUsers = [
  'school_id',
  'folded',
  'search',
  'name_key',
  'identifier_key',
  'role_key',
  'email_key',
  'state',
] as const;
/** What auth has told of them. */
const ofAuth = [
  'has_key',
  'failed_too_often',
  'has_factor',
  'last_sign_in_at',
  'last_sign_in_position',
] as const;

/** A value for each of some columns, in their order: a list that is filled anew writes millions of them. */
type ValuesOf<Columns extends readonly string[]> = { readonly [Column in keyof Columns]: Value };

const valuesOfUsers = (person: SchoolMember, facts: SignInFacts): ValuesOf<typeof ofUsers> => {
  const { identifier, name, role, addresses, active, schoolId } = person;
  const plain = [name, identifier, addresses.first, addresses.second].map((word) => plainText(word ?? ''));
  const [nameKey = '', identifierKey = '', emailKey = ''] = plain.map(bounded);
  const search = plain.filter(Boolean).join('\n');
  const state = stateOf(active, facts);
  const folded = JSON.stringify(person);
  return [schoolId, folded, search, nameKey, identifierKey, roleKeys[role], emailKey, state];
};

const valuesOfAuth = (facts: SignInFacts): ValuesOf<typeof ofAuth> => {
  const { hasKey, failedTooOften, hasFactor, lastSignIn } = facts;
  return [
    Number(hasKey),
    Number(failedTooOften),
    Number(hasFactor),
    lastSignIn?.at ?? '',
    lastSignIn?.position ?? -1,
  ];
};

const adding = (columns: readonly string[]): string =>
  `INSERT INTO person (user_id, ${columns.join()}) VALUES (?, ${columns.map(() => '?').join()})`;

const putting = (columns: readonly string[]): string => `
  ${adding(columns)}
  ON CONFLICT (user_id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join()}`;

const PUT_PERSON = putting(ofUsers);
const ADD_WHOLE = adding([...ofUsers, ...ofAuth]);
const PUT_WHOLE = putting([...ofUsers, ...ofAuth]);
const PUT_TOLD = putting([...ofAuth, 'state']);

/** Writes what users know of this person; what auth has told stays. */
export const putPerson = (sql: Sql, userId: string, person: SchoolMember): void => {
  sql.prepare(PUT_PERSON).run(userId, ...valuesOfUsers(person, signInOf(personNamed(sql, userId))));
};

/** Writes all there is of this person at once, over the row as it is. To add one costs less than to see whether it is there. */
export const putWhole = (
  sql: Writes,
  userId: string,
  row: PersonRow | undefined,
  { person, told }: Readonly<{ person: SchoolMember; told: Partial<SignInFacts> }>,
): void => {
  const facts = heard(signInOf(row), told);
  const statement = row === undefined ? ADD_WHOLE : PUT_WHOLE;
  sql.prepare(statement).run(userId, ...valuesOfUsers(person, facts), ...valuesOfAuth(facts));
};

/** Writes what auth has told of this person's key. Of sign-ins it may hear in any order: the last in the log stays. */
export const putSignIn = (sql: Sql, userId: string, told: Partial<SignInFacts>): void =>
  putTold(sql, userId, personNamed(sql, userId), told);

/** The same over the row as it is. */
export const putTold = (
  sql: Writes,
  userId: string,
  row: PersonRow | undefined,
  told: Partial<SignInFacts>,
): void => {
  const facts = heard(signInOf(row), told);
  const folded = foldedIn(row);
  const state = folded.status === 'registered' ? stateOf(folded.active, facts) : '';
  sql.prepare(PUT_TOLD).run(userId, ...valuesOfAuth(facts), state);
};

/** Empties the row of an erased user; nothing of them stays in the file. */
export const removePerson = (sql: Writes, userId: string): void => {
  sql.prepare('DELETE FROM person WHERE user_id = ?').run(userId);
};
